package org.consilium.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.demo.DemoFiles;
import org.consilium.system.story.Bedside;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;
import org.consilium.system.story.Person.Answer;
import org.consilium.system.story.Plot;
import org.consilium.system.story.ReviewStory;
import org.consilium.system.story.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What does not go straight, on the patient's side of the way. */
@ExtendWith(OneSystem.class)
class CornersIT {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final RunningSystem system;
    private final Person carla;

    CornersIT(RunningSystem system) {
        this.system = system;
        this.carla = new People(system).named("carla");
    }

    @Test
    void a_treatment_before_the_opinion_is_never_silently_accepted() {
        var tooSoon = written(Plot.familyAbroad(today).reworded(this::operatedInTwoDays));
        assertThat(tooSoon.handIn())
                .satisfies(answer -> refused(answer, 422, "too-late-for-turnaround"));
        assertThat(state(tooSoon)).isEqualTo("draft");

        var story = submitted(Plot.familyAbroad(today));
        var read = story.read(story.requester()).expect(200);
        var moved =
                story.requester()
                        .put(
                                Service.INTAKE,
                                story.path("/treatment-date"),
                                Map.of("treatmentDate", today.plusDays(3).toString()),
                                read.header("ETag"))
                        .expect(200);
        assertThat(moved.body().path("delay").asText()).isEqualTo("too-late");
        assertThat(codes(story)).contains("treatment-date-moved", "time-became-short");
        assertThat(story.read(carla).body().path("shortOfTime").asBoolean()).isTrue();
    }

    @Test
    void a_price_on_request_is_quoted_and_agreed_to_before_anybody_works() {
        var story = submitted(Plot.familyAbroad(today).reworded(CornersIT::askingForLiaison));
        carla.post(Service.INTAKE, story.path("/triage/start"), null).expect(200);
        var triage = story.plot().part("triage");
        refused(carla.post(Service.INTAKE, story.path("/triage"), triage), 409, "price-not-agreed");

        var quote = Map.of("amountMinor", 9_000, "currency", "GBP");
        var less = Map.of("amountMinor", 8_000, "currency", "GBP");
        carla.post(Service.INTAKE, story.path("/price/quotes"), quote).expect(200);
        var agreement = story.path("/price/agreement");
        refused(story.requester().post(Service.INTAKE, agreement, less), 422, "price-not-as-shown");
        story.requester().post(Service.INTAKE, agreement, quote).expect(200);
        carla.post(Service.INTAKE, story.path("/triage"), triage).expect(200);
    }

    @Test
    void a_link_takes_a_photograph_from_the_bedside_and_shows_nothing_else() {
        var story = written(Plot.familyAbroad(today));
        var links = "/api/documents/cases/" + story.caseId() + "/upload-links";
        Waiting.until(
                "documents knows the case",
                () -> story.requester().get(Service.DOCUMENTS, links).status() == 200);
        var wanted = Map.of("hours", 24, "maxFiles", 1, "maxBytes", 5_000_000);
        var link = story.requester().post(Service.DOCUMENTS, links, wanted).expect(201).body();
        var bedside = new Bedside(system, link.path("token").asText());
        var photo = new DemoFiles(today).photographedMedicationList(1);

        bedside.upload(photo.bytes(), Map.of("filename", photo.fileName(), "kind", photo.kind()));

        Waiting.until(
                "the photograph is accepted",
                () -> bedside.receipts().body().at("/0/state").asText().equals("accepted"));
        assertThat(bedside.receipts().body().at("/0").has("fileName")).isFalse();
        assertThat(bedside.limits().body().path("filesLeft").asInt()).isZero();
        var revoked = links + "/" + link.path("id").asText();
        assertThat(story.requester().delete(Service.DOCUMENTS, revoked).status()).isEqualTo(204);
        assertThat(bedside.limits().status()).isEqualTo(404);
    }

    @Test
    void a_report_that_its_holder_has_no_more_is_asked_for_and_then_waived() {
        var story = submitted(Plot.familyAbroad(today));
        new ReviewStory(system, story, story.plot(), today, CornersIT::say).triage();
        story.awaitState("awaiting-records");
        var requests = "/api/documents/cases/" + story.caseId() + "/record-requests";
        var wanted =
                Map.of(
                        "items", List.of("histopathology"),
                        "holder", "laboratory",
                        "channel", "email");
        var request = carla.post(Service.DOCUMENTS, requests, wanted).expect(201).body();
        var one = requests + "/" + request.path("id").asText();
        carla.post(Service.DOCUMENTS, one + "/sending", null).expect(200);
        Waiting.until("the family sees it", () -> codes(story).contains("record-requested"));

        carla.post(Service.DOCUMENTS, one + "/refusal", Map.of("reason", "destroyed")).expect(200);
        var item = "/api/documents/cases/" + story.caseId() + "/checklist/histopathology/waiver";
        var why = Map.of("reason", "not-obtainable");
        assertThat(story.requester().put(Service.DOCUMENTS, item, why, null).status())
                .isEqualTo(404);
        carla.put(Service.DOCUMENTS, item, why, null).expect(204);
        story.awaitState("ready");
    }

    @Test
    void a_stream_that_broke_goes_on_where_it_stopped() {
        var story = submitted(Plot.expertOpinion(today));
        var stream = story.path("/stream");
        String last;
        try (var lines = story.requester().follow(Service.INTAKE, stream, null)) {
            last = lines.filter(line -> line.startsWith("id:")).findFirst().orElseThrow();
        }
        carla.post(Service.INTAKE, story.path("/triage/start"), null).expect(200);
        try (var lines =
                story.requester().follow(Service.INTAKE, stream, last.substring(3).strip())) {
            assertThat(lines.filter(line -> line.contains("triage-started")).findFirst())
                    .isPresent();
        }
    }

    @Test
    void whom_we_cannot_help_is_told_what_to_do_instead_and_nothing_goes_on() {
        var story = submitted(Plot.expertOpinion(today));
        carla.post(
                        Service.INTAKE,
                        story.path("/redirection"),
                        Map.of("reason", "needs-emergency-treatment"))
                .expect(200);
        var ending =
                story.requester().get(Service.INTAKE, story.path("/ending")).expect(200).body();
        assertThat(ending.path("emergencyNumber").asText()).isEqualTo("120");
        assertThat(ending.path("advice").asText()).contains("不要等待");
        refused(
                carla.post(Service.INTAKE, story.path("/triage/start"), null),
                409,
                "not-allowed-in-this-state");
    }

    private String operatedInTwoDays(String place, String text) {
        return place.equals(".draft.treatmentDate") ? today.plusDays(2).toString() : text;
    }

    private static String askingForLiaison(String place, String text) {
        return place.equals(".service") ? "hospital-liaison" : text;
    }

    private CaseStory written(Plot plot) {
        var story = new CaseStory(system, plot, today, CornersIT::say);
        new ReviewStory(system, story, plot, today, CornersIT::say).enterReviewers();
        story.open();
        story.write();
        return story;
    }

    private CaseStory submitted(Plot plot) {
        var story = written(plot);
        story.upload("files");
        story.submit();
        return story;
    }

    private String state(CaseStory story) {
        return story.read(story.requester()).expect(200).body().path("state").asText();
    }

    private static List<String> codes(CaseStory story) {
        return story.timeline(story.requester()).findValuesAsText("code");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("type").asText()).isEqualTo("urn:consilium:problem:" + code);
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
