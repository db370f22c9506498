package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingParts;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class AccessLogIT {

    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aCaseOfAmina() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("reason", "kept"))
                .post("/probe/{id}", caseId)
                .then()
                .statusCode(200);
    }

    @Test
    void a_look_leaves_exactly_one_entry_with_who_and_how() {
        look("amina").statusCode(200);
        assertThat(entries()).isEqualTo(1);
        assertThat(
                        Probe.count(
                                "select count(*) from access_log where case_id = ? and seq = 1 and standing = 'patient' and operation = 'read'",
                                caseId))
                .isEqualTo(1);
    }

    @Test
    void who_is_not_let_in_leaves_none() {
        look("mallory").statusCode(404);
        assertThat(entries()).isZero();
    }

    @Test
    void what_cannot_be_written_down_is_not_shown() throws SQLException {
        asOwner("alter table access_log rename to access_log_away");
        try {
            look("amina")
                    .statusCode(503)
                    .body("type", equalTo("urn:consilium:problem:not-now"))
                    .body("caseId", equalTo(null));
        } finally {
            asOwner("alter table access_log_away rename to access_log");
        }
        look("amina").statusCode(200);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void the_service_itself_cannot_rewrite_an_entry() throws SQLException {
        look("amina");
        try (var connection = Probe.connection();
                var statement = connection.createStatement()) {
            for (var change :
                    new String[] {
                        "update access_log set standing = 'nobody'",
                        "delete from access_log",
                        "truncate access_log"
                    }) {
                assertThatThrownBy(() -> statement.execute(change))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void a_row_changed_behind_the_trigger_breaks_the_chain_there() throws SQLException {
        look("amina");
        look("amina");
        look("amina");
        assertThat(firstBroken()).isZero();
        asOwner(
                """
                alter table access_log disable trigger access_log_is_append_only;
                update access_log set standing = 'reviewer' where case_id = '%s' and seq = 2;
                alter table access_log enable trigger access_log_is_append_only"""
                        .formatted(caseId));
        assertThat(firstBroken()).isEqualTo(2);
    }

    private ValidatableResponse look(String username) {
        return given().auth().oauth2(Probe.token(username)).get("/probe/{id}", caseId).then();
    }

    private long entries() {
        return Probe.count("select count(*) from access_log where case_id = ?", caseId);
    }

    private long firstBroken() {
        return Probe.count("select coalesce(first_broken_access(?), 0)", caseId);
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection =
                        BackingParts.addresses()
                                .postgres()
                                .connect(Probe.connection().getCatalog());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
