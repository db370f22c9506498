package org.consilium.notification.webhooks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.notification.http.Posted;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Service;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** A replay holds the webhook and wants its delivery; so the delivery must be free until then. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class WebhookLocksIT {

    @Inject AgroalDataSource database;
    @Inject Transactions transactions;
    @Inject WebhookDesk desk;

    private final Service service = Service.underTest();
    private final UUID webhook = UUID.randomUUID();
    private final UUID delivery = UUID.randomUUID();

    @Test
    void whoever_writes_an_outcome_waits_for_the_webhook_before_taking_its_delivery()
            throws SQLException {
        service.change(
                "insert into webhook (id, url, event_types, state, generation, failures, created_at) values (?, 'http://x', '', 'DISABLED', 1, 0, now())",
                webhook);
        service.change(
                """
                insert into webhook_delivery (id, webhook_id, event_id, event_type, case_id, body, state, since, attempts)
                values (?, ?, gen_random_uuid(), 'x', gen_random_uuid(), '', 'DELIVERED', now(), 1)""",
                delivery,
                webhook);
        try (var replay = database.getConnection()) {
            replay.setAutoCommit(false);
            take(replay, "select from webhook where id = ? for update", webhook);
            var outcome = CompletableFuture.runAsync(this::writeOutcome);
            await().atMost(20, SECONDS).until(this::somebodyWaits);
            take(replay, "select from webhook_delivery where id = ? for update nowait", delivery);
            replay.commit();
            outcome.join();
        }
        assertThat(
                        service.value(
                                "select outcome from webhook_attempt where delivery_id = ?",
                                delivery))
                .isEqualTo("no-answer");
    }

    private void writeOutcome() {
        try {
            VertxContextSupport.subscribeAndAwait(
                    () ->
                            transactions.inTransaction(
                                    Actor.service("notification-service"),
                                    work -> desk.record(delivery, new Posted.NoAnswer(), work)));
        } catch (Throwable failure) {
            throw new CompletionException(failure);
        }
    }

    private boolean somebodyWaits() {
        return !service.value("select count(*) from pg_locks where not granted").equals("0");
    }

    private static void take(Connection connection, String query, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }
}
