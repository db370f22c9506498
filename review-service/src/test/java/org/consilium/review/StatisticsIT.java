package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Sql;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Agreement with the first opinions as the clinical lead reads it, and nobody else. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class StatisticsIT {

    /** Long before anybody signs here. */
    private static final int YEAR = 2004;

    private static final String PATH = "/api/reviews/statistics/agreement?year=";

    @Test
    void each_released_case_counts_once_by_its_first_version() throws SQLException {
        for (int i = 0; i < 12; i++) {
            var caseId = released(i < 6 ? "major-difference" : "agree");
            signed(caseId, 2, "agree");
        }
        signed(aCase("under-review"), 1, "agree");

        var row = "rows.find { it.programme == 'counted' && it.axis == 'diagnosis' }.";
        LENA.get(PATH + YEAR)
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body(row + "assessed", equalTo(12))
                .body(row + "agreement.cases", equalTo(6))
                .body(row + "minorDifference", nullValue())
                .body(row + "majorDifference", nullValue());
        assertThat(LENA.get(PATH + (YEAR + 1)).<Integer>path("rows.size()")).isZero();
    }

    @Test
    void a_year_that_runs_says_so_and_none_is_refused() {
        LENA.get(PATH + "2999").then().statusCode(200).body("complete", equalTo(false));
        LENA.get("/api/reviews/statistics/agreement").then().statusCode(400);
    }

    @Test
    void only_a_clinical_lead_reads_it() {
        OKAFOR.get(PATH + YEAR).then().statusCode(403);
        new Person("carla").get(PATH + YEAR).then().statusCode(403);
    }

    private static UUID released(String value) throws SQLException {
        var caseId = aCase("released");
        signed(caseId, 1, value);
        return caseId;
    }

    private static UUID aCase(String state) throws SQLException {
        var caseId = UUID.randomUUID();
        Sql.change(
                "insert into review (case_id, state, details) values (?, ?, '{}')", caseId, state);
        Sql.change(
                "insert into case_facts (case_id, submitted) values (?, '{\"programme\":\"counted\"}')",
                caseId);
        return caseId;
    }

    private static void signed(UUID caseId, int version, String value) throws SQLException {
        Sql.change(
                """
                insert into opinion (id, case_id, version, reviewer, signer_name, licence_country, licence_number,
                                     content, signed_at, letter_key, letter_sha256)
                values (?, ?, ?, ?, 'Dr', 'PK', '1', ?, timestamptz '2004-06-01 00:00Z', ?, 'x')""",
                UUID.randomUUID(),
                caseId,
                version,
                UUID.randomUUID(),
                "{\"axes\":{\"diagnosis\":{\"value\":\"%s\"}}}".formatted(value),
                UUID.randomUUID().toString());
    }
}
