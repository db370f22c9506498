package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * With the case the right of its reviewers ends, whichever way it ended and however far they were.
 */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class EndedCaseIT {

    private static final Map<String, String> CONSENT_ENDED = Map.of("reason", "consent-ended");

    @Nested
    class A_case_with_nobody_of_the_family_left {

        @Test
        void is_closed_by_staff_in_the_middle_of_the_review_and_its_reviewer_is_out() {
            var story = alone().review(CHEN);
            CARLA.post(story.path("/closing"), CONSENT_ENDED)
                    .statusCode(409)
                    .body("type", endsWith("patient-side-still-there"));

            story.revokeAll();
            CHEN.get(story.path("")).statusCode(200);
            CARLA.post(story.path("/closing"), CONSENT_ENDED)
                    .statusCode(200)
                    .body("state", equalTo("closed"));

            isOut(CHEN, story);
            assertThat(Records.eventTypes(story.id()))
                    .endsWith(
                            "intake.participant-removed.v1",
                            "intake.last-participant-removed.v1",
                            "intake.case-closed.v1");
        }

        @Test
        void is_closed_by_staff_while_somebody_is_asked_to_review() {
            var story = alone();
            story.offered(OKAFOR);
            story.awaitHeard(2);
            story.revokeAll();

            CARLA.post(story.path("/closing"), CONSENT_ENDED).statusCode(200);

            isOut(OKAFOR, story);
        }

        private FamilyCase alone() {
            return FamilyCase.ofAPatientWithoutAccount().write().submit().triage(Set.of());
        }
    }

    @Nested
    class A_review_that_staff_ended {

        @Test
        void goes_back_to_the_coordinator_who_closes_the_case_and_its_reviewer_is_out() {
            var story = FamilyCase.inReview(CHEN);
            story.review().tells(new ReviewWithdrawn(story.uuid(), "patient-not-reachable"));
            story.awaitState("in-triage");

            isOut(CHEN, story);
            AMINA.get(story.path(""))
                    .body("turn", equalTo("coordinator"))
                    .body("reviewEndReason", equalTo("patient-not-reachable"));
            AMINA.get(story.path("/timeline"))
                    .body("items.code", hasItem("review-withdrawn"))
                    .body("items.last().turn", equalTo("coordinator"))
                    .body("items.last().text", containsString("A coordinator will speak with you"));

            CARLA.post(story.path("/closing"), Map.of("reason", "no-reply")).statusCode(200);
            AMINA.get(story.path("/ending")).body("text", equalTo("Nobody replies any more"));
        }

        @Test
        void while_somebody_was_still_asked_leaves_the_family_free_to_withdraw() {
            var story = FamilyCase.ready();
            story.offered(OKAFOR);
            story.awaitHeard(2);
            story.review().tells(new ReviewWithdrawn(story.uuid(), "opened-twice"));
            story.awaitState("in-triage");

            isOut(OKAFOR, story);
            AMINA.post(story.path("/withdrawal"), Map.of("reason", "other")).statusCode(200);
            AMINA.get(story.path("")).body("state", equalTo("withdrawn"));
        }

        @Test
        void because_its_case_ended_is_told_once() {
            var story = FamilyCase.inReview(CHEN);
            AMINA.post(story.path("/withdrawal"), Map.of("reason", "other")).statusCode(200);
            story.review().tells(new ReviewWithdrawn(story.uuid(), null));
            story.awaitHeard(4);

            AMINA.get(story.path("/timeline"))
                    .body("items.code", not(hasItem("review-withdrawn")))
                    .body("items.last().code", equalTo("case-withdrawn"));
            AMINA.get(story.path("")).body("turn", equalTo("nobody"));
        }
    }

    @Nested
    class A_released_opinion {

        @Test
        void leaves_its_author_in_until_the_time_for_questions_is_over() {
            var story = FamilyCase.inReview(CHEN);
            story.released(Instant.now().plusSeconds(5));
            CHEN.get(story.path("")).statusCode(200);

            story.awaitState("closed");

            isOut(CHEN, story);
        }

        @Test
        void leaves_nobody_in_whom_the_family_has_thanked_and_sent_home() {
            var story = FamilyCase.inReview(CHEN);
            story.released(FamilyCase.SOON);

            AMINA.post(story.path("/closing"), Map.of("reason", "answered")).statusCode(200);

            isOut(CHEN, story);
        }
    }

    @Test
    void whoever_is_turned_away_reads_why_and_what_to_do_in_their_language() {
        var redirected = FamilyCase.submitted();
        CARLA.post(redirected.path("/redirection"), Map.of("reason", "medically-unstable"))
                .statusCode(200);
        AMINA.request()
                .header("Accept-Language", "ur")
                .get(redirected.path("/ending"))
                .then()
                .statusCode(200)
                .body("code", equalTo("medically-unstable"))
                .body("advice", containsString("مریض"))
                .body("emergencyNumber", equalTo("1122"))
                .body("routes.code", hasItem("pakistan-in-country-opinion"));

        AMINA.request()
                .header("Accept-Language", "zh")
                .get(redirected.path("/ending"))
                .then()
                .body("advice", containsString("床边的医生"))
                .body("routes.label", hasItem("在巴基斯坦获取意见"));

        var declined = FamilyCase.submitted();
        CARLA.post(declined.path("/decline"), Map.of("reason", "too-little-time")).statusCode(200);
        AMINA.get(declined.path("/ending"))
                .body("text", equalTo("Too little time before the treatment"))
                .body("advice", containsString("Ask your treating team first"))
                .body("emergencyNumber", nullValue());

        var open = FamilyCase.submitted();
        AMINA.get(open.path("/ending"))
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("advice", nullValue());
        MALLORY.get(open.path("/ending")).statusCode(404);
    }

    @Test
    void after_a_death_staff_close_the_case_in_the_middle_of_the_review_and_it_is_told_calmly() {
        var story = FamilyCase.inReview(CHEN);
        CARLA.post(story.path("/closing"), Map.of("reason", PATIENT_DIED)).statusCode(200);

        isOut(CHEN, story);
        AMINA.get(story.path("/ending"))
                .body("code", equalTo(PATIENT_DIED))
                .body("text", containsString("very sorry for your loss"));
        AMINA.request()
                .header("Accept-Language", "ur")
                .get(story.path("/ending"))
                .then()
                .body("text", containsString("صدمے"));
        AMINA.get(story.path("/timeline"))
                .body("items.last().code", equalTo(PATIENT_DIED))
                .body("items.last().text", containsString("very sorry"));
    }

    @Test
    void a_death_after_the_end_is_recorded_by_who_could_close_the_case_and_told_calmly() {
        var story = FamilyCase.submitted();
        CARLA.post(story.path("/decline"), Map.of("reason", "too-little-time")).statusCode(200);

        MALLORY.post(story.path("/closing"), Map.of("reason", PATIENT_DIED)).statusCode(404);
        AMINA.post(story.path("/closing"), Map.of("reason", PATIENT_DIED))
                .statusCode(200)
                .body("state", equalTo("declined"));
        CARLA.post(story.path("/closing"), Map.of("reason", PATIENT_DIED))
                .statusCode(409)
                .body("type", endsWith("already-known"));

        AMINA.get(story.path("/ending"))
                .body("code", equalTo("too-little-time"))
                .body("deathRecorded", equalTo(true))
                .body("text", containsString("very sorry for your loss"))
                .body("advice", nullValue());
        AMINA.get(story.path("/timeline"))
                .body("items.last().code", equalTo("death-recorded"))
                .body("items.last().text", containsString("very sorry"));
    }

    @Test
    void what_was_not_answered_is_not_closed_as_answered() {
        var story = FamilyCase.inReview(CHEN);
        story.review().tells(new ReviewWithdrawn(story.uuid(), "patient-not-reachable"));
        story.awaitState("in-triage");

        AMINA.post(story.path("/closing"), Map.of("reason", "answered"))
                .statusCode(422)
                .body("type", endsWith("reason-not-for-this-state"))
                .body("errors[0].message", containsString("no-reply"));
    }

    @Test
    void a_declined_case_is_closed_to_whoever_was_asked() {
        var story = FamilyCase.ready();
        story.offered(OKAFOR);
        story.awaitHeard(2);
        OKAFOR.get(story.path("")).statusCode(200);

        CARLA.post(story.path("/decline"), Map.of("reason", "outside-our-fields")).statusCode(200);

        isOut(OKAFOR, story);
    }

    private static void isOut(Person reviewer, FamilyCase story) {
        Waiting.until(() -> reviewer.get(story.path("")).extract().statusCode() == 404);
        reviewer.get("/api/cases?size=100").body("items.caseId", not(hasItem(story.id())));
    }
}
