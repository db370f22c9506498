package org.consilium.system.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.stack.Mails;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.AmendmentStory;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.OverrideStory;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;
import org.consilium.system.story.Plot;
import org.consilium.system.story.ReviewStory;
import org.consilium.system.story.TranslationStory;
import org.consilium.system.story.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the first question to the delivered opinion, in both programmes. */
@ExtendWith(OneSystem.class)
class JourneyIT {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final RunningSystem system;
    private final People people;

    JourneyIT(RunningSystem system) {
        this.system = system;
        this.people = new People(system);
    }

    @Test
    void a_family_abroad_gets_a_signed_opinion() {
        var plot = Plot.familyAbroad(today);
        var story = new CaseStory(system, plot, today, JourneyIT::say);
        var review = new ReviewStory(system, story, plot, today, JourneyIT::say);
        review.enterReviewers();
        anEmergencyIsSentTo("1122", story);
        submitted(story, review);
        story.awaitState("awaiting-records");
        Waiting.until(
                "only the biopsy report is missing",
                () -> missing(story).equals(List.of("histopathology")));
        story.upload("missing");
        story.awaitState("ready");
        translated(story);
        reviewedByAnIndependentReader(story, review, "independence-organisation");
        signedOnceWhenNothingIsMissing(review);
        onlyTheReleasedOpinionIsThePatients(story, review);
        review.followUp();
        amendedByALaterVersion(story, review, plot);
        toldOnce(List.of("amina", "yusuf", "lena", "nadia", "carla"));
        strangersSeeNothing(story, review);
        assertThat(story.timeline(story.requester()).path("items").size()).isGreaterThan(12);
    }

    @Test
    void a_patient_gets_an_expert_opinion_in_chinese() {
        var plot = Plot.expertOpinion(today);
        var story = new CaseStory(system, plot, today, JourneyIT::say);
        var review = new ReviewStory(system, story, plot, today, JourneyIT::say);
        review.enterReviewers();
        anEmergencyIsSentTo("120", story);
        submitted(story, review);
        story.awaitState("ready");
        reviewedByAnIndependentReader(story, review, "language");
        signedOnceWhenNothingIsMissing(review);
        onlyTheReleasedOpinionIsThePatients(story, review);
        review.followUp();
        toldOnce(List.of("wei", "chen"));
        strangersSeeNothing(story, review);
    }

    @Test
    void whom_a_rule_excludes_is_asked_once_two_leads_want_it() {
        var plot =
                Plot.expertOpinion(today)
                        .reworded((place, text) -> place.equals(".triage.languages") ? "bo" : text);
        var story = new CaseStory(system, plot, today, JourneyIT::say);
        var review = new ReviewStory(system, story, plot, today, JourneyIT::say);
        review.enterReviewers();
        submitted(story, review);
        story.awaitState("ready");
        var override = new OverrideStory(system, review, JourneyIT::say);
        override.propose("chen", "Nobody here speaks Tibetan; the patient reads Chinese, too.");
        assertThat(override.agreedToByTheFirst().status()).isEqualTo(403);
        override.agree();
        review.assign();
        assertThat(review.reviewer().name()).isEqualTo("chen");
        assertThat(story.timeline(story.requester()).findValuesAsText("code"))
                .contains("assignment-overridden");
        toldOnce(List.of("sofia", "lena"));
    }

    private static void anEmergencyIsSentTo(String number, CaseStory story) {
        var outcome = story.emergency();
        assertThat(outcome.path("outcome").asText()).isEqualTo("redirect");
        assertThat(outcome.path("emergencyNumber").asText()).isEqualTo(number);
    }

    private static void submitted(CaseStory story, ReviewStory review) {
        story.open();
        story.write();
        story.upload("files");
        story.submit();
        review.triage();
    }

    private void translated(CaseStory story) {
        var translation = new TranslationStory(system, story, JourneyIT::say);
        var words = "Admission note: pain for two weeks, no fever.".getBytes(US_ASCII);
        var id = translation.of("urdu-note", "admission-note-en.txt", words);
        var receipt = story.requester().get(Service.DOCUMENTS, "/api/documents/" + id);
        assertThat(receipt.expect(200).body().at("/translation/standing").asText())
                .isEqualTo("current");
        Waiting.until(
                "the timeline tells of it",
                () -> story.timeline(story.requester()).toString().contains("translation-added"));
    }

    /** The first opinion is masked until the reviewer's own reading is committed. */
    private static void reviewedByAnIndependentReader(
            CaseStory story, ReviewStory review, String exclusion) {
        review.assign();
        assertThat(review.matching().toString()).contains(exclusion);
        assertThat(story.read(review.reviewer()).body().has("firstOpinion")).isFalse();
        review.read();
        Waiting.until(
                "the first opinion is shown",
                () -> story.read(review.reviewer()).body().has("firstOpinion"));
        review.askAndAnswer();
    }

    private static void signedOnceWhenNothingIsMissing(ReviewStory review) {
        assertThat(review.sign().status()).as("nothing is written yet").isEqualTo(422);
        review.write(review.opinion()).expect(200);
        review.sign().expect(200);
        assertThat(review.sign().status()).as("signed once").isEqualTo(409);
    }

    private static void onlyTheReleasedOpinionIsThePatients(CaseStory story, ReviewStory review) {
        var opinion = review.path("/opinion");
        assertThat(story.requester().get(Service.REVIEW, opinion).status()).isEqualTo(404);
        review.check();
        assertThat(story.requester().get(Service.REVIEW, opinion).status()).isEqualTo(404);
        review.release();
        story.requester().get(Service.REVIEW, opinion).expect(200);
        assertThat(review.letter(story.requester())).startsWith("%PDF-".getBytes(US_ASCII));
    }

    /** The earlier one stays as it was delivered. */
    private static void amendedByALaterVersion(CaseStory story, ReviewStory review, Plot plot) {
        var earlier = review.letter(story.requester());
        var amendment = new AmendmentStory(story, review, plot, JourneyIT::say);
        amendment.write();
        assertThat(review.letter(story.requester())).isEqualTo(earlier);
        amendment.release();
        assertThat(review.letter(story.requester())).isNotEqualTo(earlier);
        var first = review.path("/letter?version=1");
        assertThat(story.requester().get(Service.REVIEW, first).expect(200).bytes())
                .isEqualTo(earlier);
    }

    private List<String> missing(CaseStory story) {
        return people
                .named("amina")
                .get(Service.DOCUMENTS, "/api/documents/cases/" + story.caseId() + "/checklist")
                .expect(200)
                .body()
                .findParents("level")
                .stream()
                .filter(item -> item.path("level").asText().equals("essential"))
                .filter(item -> item.path("state").asText().equals("missing"))
                .map(item -> item.path("code").asText())
                .toList();
    }

    private void toldOnce(List<String> usernames) {
        var mails = new Mails(system.addresses().mail().api());
        for (var username : usernames) {
            Waiting.until(
                    "a mail to " + username,
                    () -> !mails.to(username + "@consilium.example").isEmpty());
            assertThat(mails.to(username + "@consilium.example"))
                    .extracting(Mails.Mail::messageId)
                    .doesNotHaveDuplicates();
        }
    }

    private void strangersSeeNothing(CaseStory story, ReviewStory review) {
        for (Person stranger :
                List.of(people.named("mallory"), people.named("olga"), people.named("malik"))) {
            assertThat(story.read(stranger).status()).as(stranger.name()).isEqualTo(404);
            assertThat(stranger.get(Service.REVIEW, review.path("/opinion")).status())
                    .isEqualTo(404);
            assertThat(stranger.get(Service.REVIEW, review.path("/letter")).status())
                    .isEqualTo(404);
            assertThat(
                            stranger.get(
                                            Service.DOCUMENTS,
                                            "/api/documents/cases/" + story.caseId() + "/documents")
                                    .status())
                    .isEqualTo(404);
        }
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
