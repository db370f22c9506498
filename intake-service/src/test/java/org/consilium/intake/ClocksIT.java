package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.MALLORY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What has taken how long, and what may be expected from it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class ClocksIT {

    /** What other tests release takes no time at all, and must not be most of what counts. */
    private static final String HISTORY =
            """
            insert into delivery (case_id, programme, service, released_at, waited_hours, worked_hours)
            select gen_random_uuid(), 'family-abroad', 'second-opinion', now(), 48 + mod(n, 10) * 24, 24
            from generate_series(1, ?) n""";

    @Test
    void a_released_opinion_is_counted_and_tells_the_next_family_what_to_expect() {
        var released = FamilyCase.inReview(CHEN);
        released.released(Instant.now().plusSeconds(86_400));
        assertThat(
                        Records.count(
                                "select count(*) from delivery where case_id = ?::uuid",
                                released.id()))
                .isEqualTo(1);
        AMINA.get(released.path("/clocks")).statusCode(200).body("likelyBy", nullValue());

        Records.change(HISTORY, 1000);
        var waiting = FamilyCase.submitted();

        AMINA.get(waiting.path("/clocks"))
                .statusCode(200)
                .body("turn", equalTo("coordinator"))
                .body("waitedHours", equalTo(0))
                .body("promisedBy", notNullValue())
                .body("likelyBy", notNullValue())
                .body("probablyBy", equalTo(today().plusDays(9).toString()));
        CARLA.get("/api/figures")
                .statusCode(200)
                .body("items[0].service", equalTo("second-opinion"))
                .body("items[0].opinions", greaterThanOrEqualTo(1001))
                .body("items[0].waitedP80", equalTo(9 * 24))
                .body("items[0].workedP50", equalTo(24));
    }

    @Test
    void a_draft_has_no_clocks_yet() {
        AMINA.get(FamilyCase.opened().path("/clocks"))
                .statusCode(200)
                .body("turn", equalTo("patient"))
                .body("waitedHours", nullValue());
    }

    @Test
    void figures_are_staff_s_and_clocks_the_patient_s_side_s() {
        var story = FamilyCase.opened();

        AMINA.get("/api/figures").statusCode(403);
        MALLORY.get(story.path("/clocks")).statusCode(404);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Karachi"));
    }
}
