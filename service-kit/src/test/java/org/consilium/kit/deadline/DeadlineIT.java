package org.consilium.kit.deadline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ProbeDeadlines;
import org.consilium.kit.probe.ReviewStandIn;
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

    private final UUID caseId = UUID.randomUUID();

    /** What goes on failing would be heard in the logs of other tests. */
    @AfterEach
    void nothingIsLeft() {
        Probe.count(
                "with left_over as (delete from deadline where fired_at is null returning 1) select count(*) from left_over");
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
                                    where case_id = ? and fired_at is null and attempts > 0 and try_at > due_at""",
                                    caseId))
                    .isEqualTo(1);
        }

        @Test
        void is_tried_again() {
            set(caseId, ProbeDeadlines.FAILS_ONCE, "now()");
            await().atMost(20, SECONDS).until(() -> fired(caseId) == 1);
            assertThat(
                            Probe.count(
                                    "select attempts from deadline where case_id = ? and fired_at is not null",
                                    caseId))
                    .isEqualTo(1);
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
