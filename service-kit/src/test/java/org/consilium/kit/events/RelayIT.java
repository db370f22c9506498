package org.consilium.kit.events;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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
    @Inject Clock clock;

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

    /** What it adds is seen by itself only until the figures are taken. */
    @Test
    void an_old_event_that_is_published_again_is_not_one_that_waits() throws SQLException {
        try (var database = Probe.connection();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            var append =
                    "select append_event('%s', gen_random_uuid(), 'intake.case-ready.v1', '{}', 'service:probe', now() - interval '2 hours')"
                            .formatted(caseId);
            statement.execute(append);
            statement.execute("delete from outbox where case_id = '%s'".formatted(caseId));
            statement.execute(
                    "insert into outbox (case_id, seq, again) values ('%s', 1, true)"
                            .formatted(caseId));
            assertThat(oldestWaits(database)).isLessThan(60);
            statement.execute(append);
            assertThat(oldestWaits(database)).isGreaterThan(7000);
        }
    }

    private double oldestWaits(Connection database) throws SQLException {
        var metrics = new SimpleMeterRegistry();
        new OutboxGauges(metrics, clock).refresh(database);
        return metrics.get("outbox.oldest.seconds").gauge().value();
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
