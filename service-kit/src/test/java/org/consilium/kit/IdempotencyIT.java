package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.command.StoredAnswers;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class IdempotencyIT {

    private static final UUID AMINA = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final int CLIENTS = 8;
    private static final int KEYS = 1000;

    @Inject StoredAnswers answers;
    @Inject Transactions transactions;
    @Inject CaseAccess access;

    private final UUID caseId = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void an_answer_is_erased_with_its_case() throws Throwable {
        command().statusCode(200);
        assertThat(answersOfTheCase()).isEqualTo(1);
        VertxContextSupport.subscribeAndAwait(
                () ->
                        transactions.inTransaction(
                                Actor.service("intake-service"),
                                work -> answers.forget(caseId, work)));
        assertThat(answersOfTheCase()).isZero();
    }

    @Test
    void a_key_that_another_request_has_is_answered_409_and_does_nothing() throws SQLException {
        try (var other = Probe.connection()) {
            other.setAutoCommit(false);
            assertThat(seen(other, AMINA, key)).isEqualTo(Seen.NOT_YET);
            command().statusCode(409).body("type", endsWith("request-in-flight"));
            other.rollback();
        }
        assertThat(eventsOfTheCase()).isZero();
        command().statusCode(200);
        command().statusCode(200);
        assertThat(eventsOfTheCase()).isEqualTo(1);
    }

    @Nested
    class Whoever_lost_the_relation_to_the_case {

        @Test
        void gets_no_stored_answer_about_it_and_does_nothing() throws Throwable {
            command().statusCode(200);
            change(work -> access.revoke(caseId, AMINA, Relation.PATIENT, work));

            command().statusCode(404).body("type", endsWith("not-found"));

            assertThat(eventsOfTheCase()).isEqualTo(1);
        }

        @Test
        void gets_none_either_when_they_review_it_now() throws Throwable {
            command().statusCode(200);
            change(work -> access.grant(caseId, AMINA, Relation.OFFERED_REVIEWER, null, work));

            command().statusCode(404);
        }

        @Test
        void gets_it_again_with_the_relation() throws Throwable {
            command().statusCode(200);
            change(work -> access.grant(caseId, AMINA, Relation.REFERRER, null, work));

            command().statusCode(200);
        }

        private void change(Function<UnitOfWork, Uni<Void>> steps) throws Throwable {
            VertxContextSupport.subscribeAndAwait(
                    () -> transactions.inTransaction(Actor.service("intake-service"), steps));
        }
    }

    /** Whoever finds the key free and no answer under it would do the command a second time. */
    @Test
    void whoever_has_the_key_sees_the_answer_of_whoever_had_it_before() throws Exception {
        var caller = UUID.randomUUID();
        var clients = new ArrayList<Callable<Integer>>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(() -> keysAnsweredBy(caller));
        }
        int answered = 0;
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var client : threads.invokeAll(clients)) {
                answered += client.get();
            }
        }
        assertThat(answered).isEqualTo(KEYS);
    }

    private static int keysAnsweredBy(UUID caller) throws SQLException {
        int answered = 0;
        try (var connection = Probe.connection()) {
            connection.setAutoCommit(false);
            for (int key = 0; key < KEYS; key++) {
                while (true) {
                    var seen = seen(connection, caller, "key-" + key);
                    if (seen == Seen.NOT_YET) {
                        answer(connection, caller, "key-" + key);
                        answered++;
                    }
                    connection.commit();
                    if (seen == Seen.ANSWERED) {
                        break;
                    }
                }
            }
        }
        return answered;
    }

    private enum Seen {
        NOT_YET,
        IN_FLIGHT,
        ANSWERED
    }

    private static Seen seen(java.sql.Connection connection, UUID caller, String key)
            throws SQLException {
        try (var query =
                connection.prepareStatement("select free, request_hash from stored_answer(?, ?)")) {
            query.setObject(1, caller);
            query.setString(2, key);
            try (var row = query.executeQuery()) {
                row.next();
                if (!row.getBoolean("free")) {
                    return Seen.IN_FLIGHT;
                }
                return row.getString("request_hash") == null ? Seen.NOT_YET : Seen.ANSWERED;
            }
        }
    }

    private static void answer(java.sql.Connection connection, UUID caller, String key)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into idempotency (caller, key, request_hash, status, answered_at)
                        values (?, ?, 'request', 200, now())""")) {
            insert.setObject(1, caller);
            insert.setString(2, key);
            insert.executeUpdate();
        }
    }

    private ValidatableResponse command() {
        return given().auth()
                .oauth2(Probe.token("amina"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("reason", "her words"))
                .post("/probe/{id}", caseId)
                .then();
    }

    private long eventsOfTheCase() {
        return Probe.count("select count(*) from event where case_id = ?", caseId);
    }

    private long answersOfTheCase() {
        return Probe.count("select count(*) from idempotency where case_id = ?", caseId);
    }
}
