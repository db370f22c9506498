package org.consilium.kit.deadline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ProbeDeadlines;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class DeadlineIT {

    private static final String NOBODY_S = "of-a-later-version";

    @Inject DeadlineJob job;
    @Inject Deadlines deadlines;
    @Inject Transactions transactions;

    private final UUID caseId = UUID.randomUUID();

    /** What goes on failing would be heard in the logs of other tests. */
    @AfterEach
    void nothingIsLeft() {
        Probe.count(
                "with left_over as (delete from deadline returning 1) select count(*) from left_over");
    }

    @Nested
    class A_deadline {

        @Test
        void fires_when_it_is_due_and_not_before() {
            set(caseId, ProbeDeadlines.GOOD, "now() + interval '1 hour'");
            var due = UUID.randomUUID();
            set(due, ProbeDeadlines.GOOD, "now()");
            await().atMost(20, SECONDS).until(() -> fired(due) == 1);
            assertThat(fired(caseId)).isZero();
        }

        @Test
        void waits_for_whoever_holds_its_case_and_fires_then() throws Throwable {
            Probe.count("insert into probe (case_id, total) values (?, 0) returning 1", caseId);
            try (var command = Probe.connection()) {
                command.setAutoCommit(false);
                command.createStatement().execute("select from probe for update");
                set(caseId, ProbeDeadlines.OF_A_CASE, "now()");
                await().atMost(20, SECONDS)
                        .until(
                                () ->
                                        Probe.count(
                                                        "select count(*) from pg_locks where not granted")
                                                > 0);
                assertThat(fired(caseId)).isZero();
                command.commit();
            }
            await().atMost(20, SECONDS).until(() -> fired(caseId) == 1);
        }

        @Test
        void fires_once_however_many_replicas_look() throws Exception {
            int many = 40;
            for (int i = 0; i < many; i++) {
                set(caseId, ProbeDeadlines.GOOD, "now()");
            }
            var looks = new ArrayList<Callable<Void>>();
            for (int replica = 0; replica < 4; replica++) {
                looks.add(DeadlineIT.this::look);
            }
            try (var replicas = Executors.newFixedThreadPool(looks.size())) {
                for (var look : replicas.invokeAll(looks)) {
                    look.get();
                }
            }
            await().atMost(20, SECONDS).until(() -> fired(caseId) == many);
            look();
            assertThat(fired(caseId)).isEqualTo(many);
        }
    }

    @Nested
    class One_that_a_command_lifts_while_it_is_due {

        private static final Actor SOMEBODY = Actor.service("intake-service");

        @Test
        void does_not_fire_and_neither_waits_for_the_other() throws Throwable {
            Probe.count("insert into probe (case_id, total) values (?, 0) returning 1", caseId);
            set(caseId, ProbeDeadlines.OF_A_CASE, "now() + interval '1 hour'");
            VertxContextSupport.subscribeAndAwait(
                    () -> transactions.inTransaction(SOMEBODY, this::liftOnceItsTimeHasCome));
            look();
            assertThat(fired(caseId)).isZero();
            assertThat(Probe.count("select count(*) from deadline where case_id = ?", caseId))
                    .isZero();
        }

        private Uni<Void> liftOnceItsTimeHasCome(UnitOfWork command) {
            return number(
                            "select cast(total as bigint) from probe where case_id = :case for update",
                            command)
                    .invoke(() -> comesDue())
                    .chain(() -> untilTheJobWaits(command))
                    .chain(() -> deadlines.liftAll(caseId, command));
        }

        private void comesDue() {
            Probe.count("update deadline set try_at = now() where case_id = ? returning 1", caseId);
        }

        private Uni<Long> untilTheJobWaits(UnitOfWork command) {
            return Uni.createFrom()
                    .deferred(
                            () ->
                                    number(
                                            "select count(*) from pg_locks where not granted and cast(:case as uuid) is not null",
                                            command))
                    .repeat()
                    .until(waiting -> waiting > 0)
                    .select()
                    .first(50_000)
                    .collect()
                    .last();
        }

        private Uni<Long> number(String query, UnitOfWork work) {
            return work.session()
                    .createNativeQuery(query, Long.class)
                    .setParameter("case", caseId)
                    .getSingleResult();
        }
    }

    @Nested
    class One_that_fails {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    NOBODY_S,
                    ProbeDeadlines.FAILS,
                    ProbeDeadlines.THROWS,
                    ProbeDeadlines.BREAKS_AT_COMMIT
                })
        void is_postponed_and_holds_up_no_other(String kind) {
            set(caseId, kind, "now() - interval '1 day'");
            var other = UUID.randomUUID();
            set(other, ProbeDeadlines.GOOD, "now()");
            await().atMost(20, SECONDS).until(() -> fired(other) == 1);
            assertThat(fired(caseId)).isZero();
            assertThat(
                            Probe.count(
                                    """
                                    select count(*) from deadline
                                    where case_id = ? and attempts > 0 and try_at > due_at""",
                                    caseId))
                    .isEqualTo(1);
        }

        @Test
        void is_tried_again() {
            set(caseId, ProbeDeadlines.FAILS_ONCE, "now()");
            await().atMost(20, SECONDS).until(() -> fired(caseId) == 1);
            assertThat(Probe.count("select count(*) from deadline where case_id = ?", caseId))
                    .isZero();
        }
    }

    private Void look() throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(job::fireWhatIsDue);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void set(UUID caseId, String kind, String due) {
        Probe.count(
                """
                with due as (select %s as at)
                insert into deadline (case_id, kind, ref, due_at, try_at)
                select ?, ?, gen_random_uuid(), at, at from due returning 1"""
                        .formatted(due),
                caseId,
                kind);
    }

    private static long fired(UUID caseId) {
        return Probe.count("select count(*) from probe_fired where case_id = ?", caseId);
    }
}
