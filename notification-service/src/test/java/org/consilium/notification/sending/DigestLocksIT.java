package org.consilium.notification.sending;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Service;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A digest is claimed while somebody dies: whoever waits for a delivery holds none after it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class DigestLocksIT {

    @Inject AgroalDataSource database;
    @Inject Scheduler scheduler;
    @Inject Transactions transactions;
    @Inject Claims claims;
    @Inject Silence silence;
    @Inject Ids ids;

    private final Service service = Service.underTest();
    private final UUID caseId = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private UUID first;
    private UUID second;
    private UUID third;

    /** What is told last is due first and stands before it: neither leads to the order of ids. */
    @BeforeEach
    void a_digest_of_three_waits() {
        scheduler.pause("mail");
        service.change(
                "insert into known_case (case_id, reference) values (?, 'C-TEST-22')", caseId);
        service.change(
                "insert into case_access (case_id, person, relation) values (?, ?, 'PATIENT')",
                caseId,
                person);
        first = ids.next();
        second = ids.next();
        third = ids.next();
        waits(third, 3);
        waits(second, 2);
        waits(first, 1);
    }

    @AfterEach
    void mails_go_out() {
        service.change("delete from delivery where digest_of = ?", person);
        scheduler.resume("mail");
    }

    @Test
    void a_claim_waits_for_one_before_it_takes_the_next_and_goes_without_what_was_forgone()
            throws SQLException {
        try (var silencing = database.getConnection()) {
            silencing.setAutoCommit(false);
            take(silencing, second, "for update");
            var claimed = inTransaction(work -> claims.next(Channel.MAIL, work));
            await().atMost(20, SECONDS).until(this::somebodyWaits);
            take(silencing, third, "for update nowait");
            forgo(silencing, second);
            silencing.commit();

            assertThat(claimed.join().claims())
                    .extracting(Claim::notificationId)
                    .containsExactly(first, third);
        }
    }

    @Test
    void a_silence_waits_for_one_before_it_takes_the_next() throws SQLException {
        try (var claiming = database.getConnection()) {
            claiming.setAutoCommit(false);
            take(claiming, first, "for update");
            var begun = inTransaction(work -> silence.begin(caseId, work));
            await().atMost(20, SECONDS).until(this::somebodyWaits);
            take(claiming, second, "for update nowait");
            take(claiming, third, "for update nowait");
            claiming.commit();
            begun.join();
        }

        assertThat(
                        List.of(first, second, third).stream()
                                .map(
                                        id ->
                                                service.value(
                                                        "select state from delivery where notification_id = ?",
                                                        id)))
                .containsOnly("FORGONE");
    }

    private void waits(UUID id, int dueForMinutes) {
        service.change(
                """
                insert into notification (id, case_id, kind, recipient, event_id, message_key, happened_at, audience)
                values (?, ?, ?, ?, gen_random_uuid(), gen_random_uuid()::text, now(), 'case:PATIENT')""",
                id,
                caseId,
                Kind.READY.code(),
                person);
        service.change(
                """
                insert into delivery (notification_id, channel, state, since, attempts, due_at, digest_of)
                values (?, 'mail', 'QUEUED', now(), 0, now() - make_interval(mins => ?), ?)""",
                id,
                dueForMinutes,
                person);
    }

    private <T> CompletableFuture<T> inTransaction(Function<UnitOfWork, Uni<T>> steps) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return VertxContextSupport.subscribeAndAwait(
                                () ->
                                        transactions.inTransaction(
                                                Actor.service("notification-service"), steps));
                    } catch (Throwable failure) {
                        throw new CompletionException(failure);
                    }
                });
    }

    private boolean somebodyWaits() {
        return !service.value(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""")
                .equals("0");
    }

    private static void take(Connection connection, UUID delivery, String how) throws SQLException {
        change(connection, "select from delivery where notification_id = ? " + how, delivery);
    }

    private static void forgo(Connection connection, UUID delivery) throws SQLException {
        change(
                connection,
                "update delivery set state = 'FORGONE' where notification_id = ?",
                delivery);
    }

    private static void change(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }
}
