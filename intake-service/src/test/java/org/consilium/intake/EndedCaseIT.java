package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
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
