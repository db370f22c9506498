package org.consilium.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;
import org.consilium.system.story.Plot;
import org.consilium.system.story.Waiting;
import org.consilium.system.story.WholeStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What does not go straight once somebody is asked for an opinion. */
@ExtendWith(OneSystem.class)
class ReviewCornersIT {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final RunningSystem system;
    private final People people;
    private final Person carla;

    ReviewCornersIT(RunningSystem system) {
        this.system = system;
        this.people = new People(system);
        this.carla = people.named("carla");
    }

    @Test
    void of_two_who_are_asked_at_once_one_wins_and_what_cannot_wait_is_seen_to() throws Exception {
        var story = ready(Plot.familyAbroad(today)).story();
        var review = "/api/reviews/" + story.caseId();
        var okafor = people.named("okafor");
        var chen = people.named("chen");
        Waiting.until("both are asked", () -> isAsked(okafor, review) && isAsked(chen, review));
        var okafors = acceptance(okafor, review);
        var chens = acceptance(chen, review);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(okafors, chens));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        story.awaitState("in-review");

        var winner = okafor.get(Service.REVIEW, review).status() == 200 ? okafor : chen;
        var loser = winner == okafor ? chen : okafor;
        assertThat(loser.get(Service.REVIEW, review).status()).isEqualTo(404);
        var findings = review + "/critical-findings";
        var finding =
                winner.post(
                                Service.REVIEW,
                                findings,
                                Map.of("text", "Free air under the diaphragm."))
                        .expect(201)
                        .body()
                        .path("findingId")
                        .asText();
        assertThat(story.requester().get(Service.REVIEW, findings).status()).isEqualTo(404);
        var seenTo = Map.of("seenTo", "The ward in Lahore, by telephone.");
        carla.post(Service.REVIEW, findings + "/" + finding + "/acknowledgement", seenTo)
                .expect(200);
        assertThat(winner.get(Service.REVIEW, findings).body().at("/0/seenTo").asText())
                .isEqualTo(seenTo.get("seenTo"));
    }

    @Test
    void a_doubtful_case_is_read_twice_and_its_letter_waits_until_the_readings_are_compared() {
        var whole = ready(Plot.familyAbroad(today).reworded(ReviewCornersIT::doubtful));
        var story = whole.story();
        var review = whole.review();
        review.assignToTheFirst();
        review.read();
        var twice = new SecondReader(review);
        assertThat(twice.person().name()).isNotEqualTo(review.reviewer().name());
        var records = "/api/documents/cases/" + story.caseId() + "/documents";
        assertThat(twice.person().get(Service.DOCUMENTS, records).status()).isEqualTo(404);
        twice.accept();
        Waiting.until(
                "the second reader sees the records",
                () -> twice.person().get(Service.DOCUMENTS, records).status() == 200);
        for (var others : List.of("", "/reading", "/opinion", "/questions")) {
            assertThat(twice.person().get(Service.REVIEW, review.path(others)).status())
                    .as(others)
                    .isEqualTo(404);
        }
        twice.commit();
        review.write(review.opinion()).expect(200);
        review.sign().expect(200);
        assertThat(review.passed().status()).isEqualTo(409);
        twice.compare("agree");
        review.check();
        review.release();
        assertThat(review.letter(story.requester())).isNotEmpty();
        Waiting.until(
                "the second reader has no access any more",
                () -> twice.person().get(Service.DOCUMENTS, records).status() == 404);
    }

    @Test
    void whose_consent_was_taken_back_sees_nothing_anywhere_within_a_minute() {
        var story = ready(Plot.familyAbroad(today)).story();
        var review = "/api/reviews/" + story.caseId();
        var amina = story.requester();
        var yusuf = people.named("yusuf");
        var places =
                Map.of(
                        Service.INTAKE, "/api/cases/" + story.caseId(),
                        Service.DOCUMENTS, "/api/documents/cases/" + story.caseId() + "/documents",
                        Service.REVIEW, review + "/questions");
        places.forEach(
                (service, path) ->
                        assertThat(amina.get(service, path).status()).as(path).isEqualTo(200));
        var consents = story.read(yusuf).expect(200).body().path("consents");
        yusuf.post(
                        Service.INTAKE,
                        story.path("/consents/" + consents.at("/0/id").asText() + "/revocation"),
                        null)
                .expect(204);

        Waiting.until(
                "no service answers her",
                () ->
                        places.entrySet().stream()
                                .allMatch(
                                        e -> amina.get(e.getKey(), e.getValue()).status() == 404));
        assertThat(story.read(yusuf).status()).isEqualTo(200);
    }

    private WholeStory ready(Plot plot) {
        var whole = WholeStory.of(plot, system);
        whole.review().enterReviewers();
        whole.story().open();
        whole.story().write();
        whole.story().upload("files");
        whole.story().upload("missing");
        whole.story().submit();
        whole.review().triage();
        whole.story().awaitState("ready");
        return whole;
    }

    /** And not in a hurry: whoever was asked along with the reviewer is no second reader. */
    private static String doubtful(String place, String text) {
        return switch (text) {
            case "serious-diagnosis" -> "doctor-uncertain";
            case "EXPEDITED" -> "ROUTINE";
            default -> text;
        };
    }

    private static boolean isAsked(Person reviewer, String review) {
        return reviewer.get(Service.REVIEW, review).status() == 200;
    }

    private static Callable<Integer> acceptance(Person reviewer, String review) {
        var seen = reviewer.get(Service.REVIEW, review).expect(200).body();
        var offer = Map.of("offerId", seen.at("/standing/offers/0/offerId").asText());
        return () -> reviewer.post(Service.REVIEW, review + "/acceptance", offer).status();
    }
}
