package org.consilium.intake;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.TARIQ;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.consilium.intake.world.FirstSteps;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** A screening opens the case it was answered for, and says why it does not open another. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class ScreeningIT {

    @Test
    void one_for_another_country_opens_nothing() {
        var answers = new HashMap<>(FirstSteps.answers(Map.of()));
        answers.put("country", "GB");
        var elsewhere =
                AMINA.post("/api/screenings", answers)
                        .statusCode(201)
                        .extract()
                        .<String>path("screeningId");

        refused(AMINA, elsewhere, "patient.country", "as-screened");
    }

    @Test
    void a_country_that_is_none_is_malformed() {
        var answers = new HashMap<>(FirstSteps.answers(Map.of()));
        answers.put("country", "XX");

        AMINA.post("/api/screenings", answers)
                .statusCode(400)
                .body("errors.field", contains("country"));
    }

    @Test
    void each_other_reason_is_named() {
        var emergency = FirstSteps.screening(AMINA, Map.of("stroke-signs", "YES"));
        refused(AMINA, emergency, "screening", "proceed");

        var used = FirstSteps.screening(AMINA, Map.of());
        AMINA.post("/api/cases", FirstSteps.opening(used)).statusCode(201);
        refused(AMINA, used, "screening", "unused");

        var old = FirstSteps.screening(AMINA, Map.of());
        Records.change(
                "update screening set screened_at = screened_at - interval '25 hours' where screening_id = ?",
                UUID.fromString(old));
        refused(AMINA, old, "screening", "fresh");

        refused(TARIQ, FirstSteps.screening(AMINA, Map.of()), "screening", "known");
        refused(TARIQ, UUID.randomUUID().toString(), "screening", "known");
    }

    private static void refused(Person person, String screening, String field, String rule) {
        person.post("/api/cases", FirstSteps.opening(screening))
                .statusCode(422)
                .body("type", endsWith("screening-not-fresh"))
                .body("errors.field", contains(field))
                .body("errors.rule", contains(rule));
    }
}
