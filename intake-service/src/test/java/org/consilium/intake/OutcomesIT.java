package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.LENA;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.OLGA;
import static org.consilium.intake.world.Person.TARIQ;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How it went after the opinion: asked on two days, answered by the family, counted for all. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class OutcomesIT {

    private static final Map<String, String> ANSWERS =
            Map.of(
                    "understoodIllness", "better",
                    "understoodOptions", "same",
                    "understoodRisks", "cannot-say",
                    "followed", "kept-plan");

    @Nested
    class Three_weeks_after_the_opinion {

        @Test
        void the_family_is_asked_and_one_of_them_answers_once() {
            var story = delivered();
            AMINA.get(story.path("/outcome")).statusCode(200).body("rounds", empty());
            comes(21, story);

            YUSUF.request()
                    .header("Accept-Language", "ur")
                    .get(story.path("/outcome"))
                    .then()
                    .statusCode(200)
                    .body("rounds.day", equalTo(List.of(21)))
                    .body("rounds[0].state", equalTo("open"))
                    .body("items[0].text", containsString("بیماری"))
                    .body("items[3].values.code", hasItems("kept-plan", "prefer-not-to-say"));

            AMINA.post(story.path("/outcome/21"), ANSWERS).statusCode(204);

            AMINA.get(story.path("/outcome"))
                    .body("rounds[0].state", equalTo("answered"))
                    .body("rounds[0].answers.understoodRisks", equalTo("cannot-say"));
            YUSUF.get(story.path("/outcome"))
                    .body("rounds[0].state", equalTo("answered"))
                    .body("rounds[0].answers", nullValue());
            for (var said :
                    Map.of("en", "answered already", "ur", "پہلے ہی", "zh", "已经回答").entrySet()) {
                YUSUF.request()
                        .header("Accept-Language", said.getKey())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(ANSWERS)
                        .post(story.path("/outcome/21"))
                        .then()
                        .statusCode(409)
                        .body("type", endsWith(":outcome-already-reported"))
                        .body("detail", containsString(said.getValue()));
            }
            assertThat(Records.events(story.id()).getLast().data())
                    .as("what was said is nobody else's")
                    .isEqualTo("{\"caseId\":\"%s\",\"day\":21}".formatted(story.id()));
        }

        @Test
        void it_is_asked_in_a_case_that_was_closed_meanwhile() {
            var story = delivered();
            AMINA.post(story.path("/closing"), Map.of("reason", "answered")).statusCode(200);

            comes(21, story);
            comes(90, story);

            AMINA.post(story.path("/outcome/90"), ANSWERS).statusCode(204);
            AMINA.get(story.path("/outcome")).body("rounds.state", hasItems("open", "answered"));
            AMINA.get(story.path("/timeline"))
                    .body("items.code", hasItems("outcome-asked", "outcome-reported"));
        }

        @Test
        void nothing_is_asked_after_a_death() {
            var story = delivered();
            var closed = delivered();
            AMINA.post(closed.path("/closing"), Map.of("reason", "answered")).statusCode(200);
            assertThat(waiting(story)).isEqualTo(2);
            assertThat(waiting(closed)).isEqualTo(2);

            for (var each : List.of(story, closed)) {
                CARLA.post(each.path("/closing"), Map.of("reason", PATIENT_DIED)).statusCode(200);
                assertThat(waiting(each)).isZero();
            }
        }

        @Test
        void nothing_is_answered_after_a_death() {
            var story = delivered();
            comes(21, story);
            CARLA.post(story.path("/closing"), Map.of("reason", PATIENT_DIED)).statusCode(200);

            AMINA.get(story.path("/outcome")).body("rounds[0].state", equalTo("over"));
            refused(AMINA, story, 21, 409, "patient-has-died");
        }
    }

    @Nested
    class An_answer_is_refused {

        @Test
        void before_it_is_asked_and_on_a_day_that_is_none() {
            var story = delivered();

            refused(AMINA, story, 90, 409, "outcome-not-asked");
            refused(AMINA, story, 22, 404, "not-found");
        }

        @Test
        void once_its_time_is_over() {
            var story = delivered();
            comes(21, story);
            Records.change(
                    "update outcome_round set answerable_until = now() where case_id = ?",
                    story.uuid());

            refused(AMINA, story, 21, 409, "outcome-over");
        }

        @Test
        void when_something_is_left_out_or_no_code() {
            var story = delivered();
            comes(21, story);

            AMINA.post(story.path("/outcome/21"), Map.of("followed", "kept-plan")).statusCode(400);
            AMINA.post(
                            story.path("/outcome/21"),
                            Map.of(
                                    "understoodIllness", "better",
                                    "understoodOptions", "a lot",
                                    "understoodRisks", "same",
                                    "followed", "kept-plan"))
                    .statusCode(400);
        }

        @Test
        void to_whoever_was_let_in_only_to_read() {
            var story = FamilyCase.submitted();
            var onlyToRead = FamilyCase.consent(TARIQ.id());
            onlyToRead.put("scopes", List.of("read-opinion"));
            YUSUF.post(story.path("/consents"), onlyToRead).statusCode(201);
            delivered(story);
            comes(21, story);

            TARIQ.get(story.path("/outcome")).statusCode(200);
            refused(TARIQ, story, 21, 403, "not-in-the-consent");
        }

        @Test
        void to_strangers_staff_and_the_reviewer_who_see_no_answer_either() {
            var story = delivered();
            comes(21, story);

            for (var other : List.of(MALLORY, CARLA, LENA, OLGA, CHEN)) {
                assertThat(other.get(story.path("/outcome")).extract().statusCode()).isIn(403, 404);
                assertThat(other.post(story.path("/outcome/21"), ANSWERS).extract().statusCode())
                        .isIn(403, 404);
            }
            MALLORY.get(story.path("/outcome")).statusCode(404);
        }
    }

    @Nested
    class The_figures {

        private static final String HISTORY =
                """
                insert into outcome_round (case_id, day, programme, service, asked_at, answerable_until, answered_at,
                    understood_illness, understood_options, understood_risks, followed)
                select gen_random_uuid(), 21, 'expert-opinion', 'written-opinion', cast(? as timestamptz), now(), now(), ?, ?, ?, 'kept-plan'
                from generate_series(1, ?)""";

        private static final String UNANSWERED =
                """
                insert into outcome_round (case_id, day, programme, service, asked_at, answerable_until)
                select gen_random_uuid(), 21, 'expert-opinion', 'written-opinion', cast(? as timestamptz), now()
                from generate_series(1, ?)""";

        @Test
        void of_a_finished_year_tell_shares_of_those_who_answered_and_hide_the_few() {
            var then = "2024-06-01T00:00:00Z";
            Records.change(HISTORY, then, "better", "better", "same", 30);
            Records.change(HISTORY, then, "same", "better", "worse", 8);
            Records.change(HISTORY, then, "worse", "better", "cannot-say", 2);
            Records.change(UNANSWERED, then, 10);

            LENA.get("/api/outcomes?year=2024")
                    .statusCode(200)
                    .body("complete", equalTo(true))
                    .body("rows.size()", equalTo(1))
                    .body("rows[0].programme", equalTo("expert-opinion"))
                    .body("rows[0].day", equalTo(21))
                    .body("rows[0].asked", equalTo(50))
                    .body("rows[0].answered", equalTo(40))
                    .body("rows[0].items[0].item", equalTo("understood-illness"))
                    .body("rows[0].items[0].values[0].cases", equalTo(30))
                    .body("rows[0].items[0].values[1].value", equalTo("same"))
                    .body("rows[0].items[0].values[1].cases", nullValue())
                    .body("rows[0].items[1].values[0].cases", nullValue())
                    .body("definitions.answered", containsString("denominator"));
            Records.change(HISTORY, then, "cannot-say", "same", "same", 6);
            CARLA.get("/api/outcomes?year=2024")
                    .statusCode(200)
                    .body("rows[0].answered", equalTo(46))
                    .body("rows[0].items[0].values[1].cases", equalTo(8))
                    .body("rows[0].items[0].values[2].cases", nullValue())
                    .body(
                            "rows[0].items[0].values[0].interval95.low",
                            allOf(greaterThan(0.5077f), lessThan(0.5078f)));
        }

        @Test
        void of_a_year_in_which_answers_may_still_come_tell_none() {
            var story = delivered();
            comes(21, story);
            AMINA.post(story.path("/outcome/21"), ANSWERS).statusCode(204);
            int thisYear = Year.now(ZoneOffset.UTC).getValue();

            CARLA.get("/api/outcomes?year=" + thisYear)
                    .statusCode(200)
                    .body("complete", equalTo(false))
                    .body("rows[0].items", empty());
        }

        @Test
        void are_for_staff_who_guide_the_work() {
            for (var other : List.of(AMINA, YUSUF, CHEN, OLGA, MALLORY)) {
                other.get("/api/outcomes?year=2024").statusCode(403);
            }
            CARLA.get("/api/outcomes").statusCode(400);
        }
    }

    private static FamilyCase delivered() {
        return delivered(FamilyCase.submitted());
    }

    private static FamilyCase delivered(FamilyCase submitted) {
        var story = submitted.triage(Set.of()).review(CHEN);
        story.released(FamilyCase.SOON);
        return story;
    }

    private static void refused(Person by, FamilyCase story, int day, int status, String type) {
        by.post(story.path("/outcome/" + day), ANSWERS)
                .statusCode(status)
                .body("type", endsWith(":" + type));
    }

    /** The day that was computed at the delivery. */
    private static void comes(int day, FamilyCase story) {
        assertThat(
                        Records.count(
                                "select count(*) from deadline where case_id = ? and kind = 'outcome' and due_at between now() + ?::interval and now() + ?::interval",
                                story.uuid(),
                                day - 1 + " days",
                                day + " days"))
                .isEqualTo(1);
        Records.change(
                """
                update deadline set try_at = now()
                where case_id = ? and kind = 'outcome' and due_at < now() + ?::interval""",
                story.uuid(),
                day + " days");
        Waiting.until(() -> asked(story) > 0 && waiting(story) == (day == 21 ? 1 : 0));
    }

    private static long asked(FamilyCase story) {
        return Records.count(
                "select count(*) from event where case_id = ? and type = 'intake.outcome-asked.v1'",
                story.uuid());
    }

    private static long waiting(FamilyCase story) {
        return Records.count(
                "select count(*) from deadline where case_id = ? and kind = 'outcome'",
                story.uuid());
    }
}
