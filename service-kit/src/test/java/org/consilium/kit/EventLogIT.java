package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class EventLogIT {

    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aCaseWithOneEvent() {
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
    void the_service_itself_cannot_rewrite_or_remove_an_event() throws SQLException {
        try (var connection = Probe.connection();
                var statement = connection.createStatement()) {
            for (var change :
                    new String[] {
                        "update event set actor = 'nobody'", "delete from event", "truncate event"
                    }) {
                assertThatThrownBy(() -> statement.execute(change))
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(Probe.count("select count(*) from event where case_id = ?", caseId))
                .isEqualTo(1);
    }

    @Test
    void the_log_is_for_services_and_the_operator_only() {
        given().auth()
                .oauth2(Probe.token("olga"))
                .get("/internal/cases/{id}/events", caseId)
                .then()
                .statusCode(200)
                .body("size()", equalTo(1));
        for (var other : new String[] {"amina", "carla", "lena", "chen"}) {
            given().auth()
                    .oauth2(Probe.token(other))
                    .get("/internal/cases/{id}/events", caseId)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void everything_can_be_published_again() {
        given().auth()
                .oauth2(Probe.token("olga"))
                .post("/internal/events/republication")
                .then()
                .statusCode(200);
        org.awaitility.Awaitility.await()
                .atMost(10, java.util.concurrent.TimeUnit.SECONDS)
                .until(() -> Probe.onTopic("intake.events", caseId.toString()).size() >= 1);
    }
}
