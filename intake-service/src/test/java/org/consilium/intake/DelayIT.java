package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The treatment's date against the opinion's, from submission on. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class DelayIT {

    private static final String SHORT = "/api/cases?size=100&shortOfTime=true";

    @Test
    void a_date_that_moves_too_near_is_seen_by_the_coordinator_and_told_to_the_family() {
        var story = FamilyCase.submitted();
        CARLA.get(SHORT).statusCode(200).body("items.caseId", not(hasItem(story.id())));

        AMINA.put("\"1\"", story.path("/treatment-date"), on(5))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("delay", equalTo("too-late"))
                .body("advice", containsString("safe to wait"));

        CARLA.get(SHORT).body("items.caseId", hasItem(story.id()));
        AMINA.get(story.path("")).body("shortOfTime", equalTo(true));
        AMINA.get(story.path("/timeline"))
                .body("items.code", hasItem("treatment-date-moved"))
                .body("items.code", hasItem("time-became-short"));
        assertThat(checks(story)).isEqualTo(1);

        AMINA.put("\"2\"", story.path("/treatment-date"), on(40))
                .statusCode(200)
                .body("delay", equalTo("in-time"))
                .body("advice", nullValue());
        CARLA.get(SHORT).body("items.caseId", not(hasItem(story.id())));
    }

    @Test
    void the_date_is_moved_by_the_patients_side_alone_and_by_who_has_read_it() {
        var story = FamilyCase.submitted();

        AMINA.put(null, story.path("/treatment-date"), on(40)).statusCode(428);
        AMINA.put("\"7\"", story.path("/treatment-date"), on(40)).statusCode(412);
        for (var other : List.of(CARLA, MALLORY, OKAFOR)) {
            other.put("\"1\"", story.path("/treatment-date"), on(40)).statusCode(404);
        }
        MALLORY.get(story.path("/delay")).statusCode(404);
    }

    @Test
    void days_without_records_use_up_the_time() {
        var story = FamilyCase.written();
        var draft = FamilyCase.draft();
        draft.put("treatmentDate", day(10).toString());
        AMINA.put("\"1\"", story.path("/draft"), draft).statusCode(200);
        AMINA.post(story.path("/submission"), FamilyCase.submission()).statusCode(200);
        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        CARLA.post(story.path("/triage"), FamilyCase.triage()).statusCode(200);
        CARLA.get(SHORT).body("items.caseId", not(hasItem(story.id())));
        fourDaysPass(story);

        Waiting.until(() -> Records.eventTypes(story.id()).contains("intake.time-became-short.v1"));
        CARLA.get(SHORT).body("items.caseId", hasItem(story.id()));
        Waiting.until(() -> checks(story) == 1);
    }

    /** The case looks as if it were four days older: its treatment is four days nearer. */
    private static void fourDaysPass(FamilyCase story) {
        Records.change(
                "update intake_case set content = replace(content, ?, ?) where case_id = ?",
                day(10).toString(),
                day(6).toString(),
                story.uuid());
        Records.change(
                """
                update deadline set try_at = now()
                where case_id = ? and kind = 'delay-check'""",
                story.uuid());
    }

    private static long checks(FamilyCase story) {
        return Records.count(
                "select count(*) from deadline where case_id = ? and kind = 'delay-check'",
                story.uuid());
    }

    private static Map<String, String> on(int days) {
        return Map.of("treatmentDate", day(days).toString());
    }

    private static LocalDate day(int days) {
        return LocalDate.now(ZoneId.of("Asia/Karachi")).plusDays(days);
    }
}
