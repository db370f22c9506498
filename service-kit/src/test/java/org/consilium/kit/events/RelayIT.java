package org.consilium.kit.events;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class RelayIT {

    /** With the headers of a copy it is more than Kafka's producer takes. */
    private static final int AS_LARGE_AS_MAY_BE = 1_048_576 - 200;

    @Inject TopicWriter topics;

    private final UUID caseId = UUID.randomUUID();

    @Test
    void publishes_on_after_its_producer_broke() {
        topics.close();
        announceSomething();
        await().atMost(20, SECONDS).until(this::isPublished);
    }

    @Test
    void a_dead_letter_that_kafka_refuses_holds_up_no_other_letter_and_no_event() {
        var tooLarge = UUID.randomUUID();
        Probe.publish(tooLarge.toString(), new byte[AS_LARGE_AS_MAY_BE], List.of());
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Probe.count(
                                                "select count(*) from dead_letter where length(payload) = ?",
                                                AS_LARGE_AS_MAY_BE)
                                        > 0);
        var next = "next " + caseId;
        Probe.publish(null, next.getBytes(UTF_8), List.of());
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Probe.count(
                                                "select count(*) from dead_letter where payload = ? and sent_at is not null",
                                                next.getBytes(UTF_8))
                                        == 1);
        announceSomething();
        await().atMost(20, SECONDS).until(this::isPublished);
    }

    @Test
    void waits_while_another_replica_s_relay_is_at_work() throws SQLException {
        try (var another = Probe.connection()) {
            another.setAutoCommit(false);
            another.createStatement()
                    .execute("select pg_advisory_xact_lock(hashtext('outbox-relay'))");
            announceSomething();
            await().during(3, SECONDS).atMost(10, SECONDS).until(() -> !isPublished());
            another.commit();
        }
        await().atMost(20, SECONDS).until(this::isPublished);
    }

    private void announceSomething() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("reason", "told"))
                .post("/probe/{id}", caseId)
                .then()
                .statusCode(200);
    }

    private boolean isPublished() {
        return !Probe.onTopic("intake.events", caseId.toString()).isEmpty();
    }
}
