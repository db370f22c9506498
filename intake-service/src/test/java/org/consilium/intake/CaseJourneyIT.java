package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.NotificationEvent.NotificationFailed;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.ReadingCommitted;
import org.consilium.contracts.Source;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.FirstSteps;
import org.consilium.intake.world.OtherService;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Test;

/** A case from the safety questions to its end, over HTTP, with the other services' events. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class CaseJourneyIT {

    @Test
    void an_emergency_is_redirected_with_the_number_where_the_patient_is() {
        var answers = FirstSteps.answers(Map.of("breathing-or-chest-pain", "UNSURE"));

        var screening =
                AMINA.post("/api/screenings", answers)
                        .statusCode(201)
                        .body("outcome", equalTo("redirect"))
                        .body("code", equalTo("call-emergency"))
                        .body("emergencyNumber", equalTo("1122"))
                        .extract()
                        .<String>path("screeningId");
        AMINA.post("/api/cases", FirstSteps.opening(screening))
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:screening-not-fresh"));
    }

    @Test
    void a_redirection_is_told_in_the_callers_language() {
        var answers = FirstSteps.answers(Map.of("stroke-signs", "YES"));

        AMINA.request()
                .header("Accept-Language", "ur, en;q=0.5")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(answers)
                .post("/api/screenings")
                .then()
                .body("text", matchesPattern("(?s).*ہنگامی.*"));
    }

    @Test
    void one_screening_opens_one_case() {
        var opening = FirstSteps.opening(FirstSteps.screening(AMINA, Map.of()));

        AMINA.post("/api/cases", opening)
                .statusCode(201)
                .body("reference", matchesPattern("C-[2-9A-Z]{4}-[2-9A-Z]{2}"))
                .body("state", equalTo("draft"))
                .body("turn", equalTo("patient"));
        AMINA.post("/api/cases", opening).statusCode(422);
    }

    @Test
    void a_case_goes_from_draft_to_closed() {
        var story = FamilyCase.submitted();
        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        CARLA.post(story.path("/triage"), FamilyCase.triage())
                .statusCode(200)
                .body("state", equalTo("awaiting-records"));
        story.recordsAssessed(Set.of("histopathology"));
        story.awaitHeard(1);
        AMINA.get(story.path(""))
                .body("state", equalTo("awaiting-records"))
                .body("turn", equalTo("record-holder"))
                .body("records.missing", contains("histopathology"));
        story.recordsAssessed(Set.of());
        story.awaitState("ready");

        reviewed(story);

        var end = Instant.now().plusSeconds(600);
        story.review().tells(new OpinionReleased(story.uuid(), id(), 1, id(), end));
        story.awaitState("delivered");
        var followUp = id();
        story.review().tells(new FollowUpAsked(story.uuid(), followUp, AMINA.id()));
        story.awaitState("follow-up");
        AMINA.post(story.path("/closing"), Map.of("reason", "answered"))
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:follow-up-open"));
        story.review().tells(new FollowUpAnswered(story.uuid(), followUp, id(), CHEN.id()));
        story.awaitState("delivered");
        AMINA.post(story.path("/closing"), Map.of("reason", "answered"))
                .statusCode(200)
                .body("state", equalTo("closed"));

        everythingWasToldAsAgreed(story);
        theTimelineTellsItAll(story);
    }

    private void reviewed(FamilyCase story) {
        story.offered(OKAFOR);
        story.awaitHeard(3);
        OKAFOR.get(story.path("")).statusCode(200).body("questions", equalTo(1));
        story.review().tells(new OfferDeclined(story.uuid(), id(), OKAFOR.id(), "no-time"));
        story.awaitHeard(4);
        OKAFOR.get(story.path("")).statusCode(404);
        story.offered(CHEN);
        story.accepted(CHEN);
        story.awaitState("in-review");
        CHEN.get(story.path(""))
                .statusCode(200)
                .body("firstOpinion", nullValue())
                .body("firstOpinionMasked", equalTo(true))
                .body("triage.firstTeamOrganisation", nullValue())
                .body("consents", nullValue())
                .body("questions[0].text", notNullValue());
        story.review().tells(new ReadingCommitted(story.uuid(), CHEN.id()));
        Waiting.until(
                () -> CHEN.get(story.path("")).extract().path("firstOpinion.diagnosis") != null);
        var question = id();
        story.review()
                .tells(
                        new InformationRequested(
                                story.uuid(),
                                question,
                                CHEN.id(),
                                Addressee.REQUESTER,
                                FamilyCase.SOON));
        story.awaitState("awaiting-answer");
        AMINA.get(story.path("")).body("turn", equalTo("patient"));
        story.review().tells(new InformationGiven(story.uuid(), question, AMINA.id()));
        story.awaitState("in-review");
        story.review().tells(new OpinionSigned(story.uuid(), id(), 1, CHEN.id(), "ab".repeat(32)));
        Waiting.until(() -> AMINA.get(story.path("")).extract().path("turn").equals("quality"));
    }

    private static void everythingWasToldAsAgreed(FamilyCase story) {
        assertThat(Records.eventTypes(story.id()))
                .containsExactly(
                        "intake.case-opened.v1",
                        "intake.participant-admitted.v1",
                        "intake.participant-admitted.v1",
                        "intake.consent-granted.v1",
                        "intake.participant-admitted.v1",
                        "intake.case-submitted.v1",
                        "intake.price-agreed.v1",
                        "intake.triage-started.v1",
                        "intake.case-triaged.v1",
                        "intake.case-held-for-records.v1",
                        "intake.case-ready.v1",
                        "intake.case-closed.v1");
        for (var event : Records.events(story.id())) {
            assertThat(EventSchemas.violations(event.type(), event.data()))
                    .as(event.type())
                    .isEmpty();
            assertThat(event.data()).doesNotContain(FamilyCase.CANARY);
        }
    }

    private static void theTimelineTellsItAll(FamilyCase story) {
        var mail =
                new NotificationFailed(story.uuid(), id(), "closed", "mail", YUSUF.id(), "refused");
        var heard = Records.count("select count(*) from heard_event");
        new OtherService(Source.NOTIFICATION).tells(mail);
        Waiting.until(() -> Records.count("select count(*) from heard_event") > heard);

        var codes =
                List.of(
                        "case-opened",
                        "consent-granted",
                        "case-submitted",
                        "triage-started",
                        "case-triaged",
                        "case-held-for-records",
                        "case-ready",
                        "review-offered",
                        "offer-declined",
                        "offer-accepted",
                        "reading-committed",
                        "information-requested",
                        "information-given",
                        "opinion-signed",
                        "opinion-released",
                        "follow-up-asked",
                        "follow-up-answered",
                        "case-closed");
        AMINA.get(story.path("/timeline"))
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("turn", equalTo("nobody"))
                .body("items.code", hasItems(codes.toArray()))
                .body("items.text", everyItem(matchesPattern("[A-Z].+\\.")));
        assertThat(codesSeenBy(story, AMINA)).doesNotContain("message-failed");
        assertThat(codesSeenBy(story, YUSUF)).contains("message-failed");
        CARLA.get(story.path("/timeline"))
                .body("items.code", hasItems(codes.toArray()))
                .body("items.about", everyItem(nullValue()));
    }

    private static List<String> codesSeenBy(FamilyCase story, Person reader) {
        return reader.get(story.path("/timeline")).extract().path("items.code");
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
