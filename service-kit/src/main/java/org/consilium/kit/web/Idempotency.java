package org.consilium.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The way in for commands: one transaction for the steps and their answer, and the same answer for
 * the same {@code Idempotency-Key}.
 *
 * <p>Per caller. Same key and same request: the stored answer, nothing is done. Same key, other
 * request: 422. Still being worked on: 409. No key: 400. Only an answer that committed is stored;
 * after a refusal or a failure the key may be used again. Answers are kept 24 hours.
 *
 * <p>A PUT may come without a key: it says what shall be, and its {@code If-Match} lets only the
 * first of two through.
 */
@ApplicationScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 200;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Transactions transactions;
    private final Caller caller;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final Pool pool;
    private final Clock clock;

    Idempotency(
            Transactions transactions,
            Caller caller,
            RoutingContext request,
            ObjectMapper json,
            Pool pool,
            Clock clock) {
        this.transactions = transactions;
        this.caller = caller;
        this.request = request;
        this.json = json;
        this.pool = pool;
        this.clock = clock;
    }

    private record Key(UUID caller, String key, String requestHash) {}

    /**
     * Runs the steps once for this request's key and answers as they did.
     *
     * @param body the request's body as read, so that two requests can be told apart; null for none
     */
    public Uni<Response> once(Object body, Function<UnitOfWork, Uni<Answer>> steps) {
        if (isPutWithoutKey()) {
            return transactions.inTransaction(
                    caller.actor(), work -> steps.apply(work).map(this::unstored));
        }
        var key = new Key(caller.subject(), keyHeader(), hash(body));
        return transactions
                .inTransaction(caller.actor(), work -> answer(key, steps, work))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> isOurs(failure) ? inFlight() : failure);
    }

    private Uni<Response> answer(
            Key key, Function<UnitOfWork, Uni<Answer>> steps, UnitOfWork work) {
        return stored(key, work)
                .chain(
                        row -> {
                            if (!row.get("free", Boolean.class)) {
                                throw inFlight();
                            }
                            return row.get("request_hash") == null
                                    ? steps.apply(work).chain(answer -> store(key, answer, work))
                                    : Uni.createFrom().item(replay(key, row));
                        });
    }

    /** The lock tells a request that is being worked on from one that was never seen. */
    private static Uni<Tuple> stored(Key key, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select pg_try_advisory_xact_lock(hashtextextended(:lock, 0)) as free,
                               i.request_hash, i.status, i.body, i.location, i.etag
                        from (select 1) one
                        left join idempotency i on i.caller = :caller and i.key = :key""",
                        Tuple.class)
                .setParameter("lock", key.caller() + " " + key.key())
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .getSingleResult();
    }

    private static Response replay(Key key, Tuple row) {
        if (!row.get("request_hash").equals(key.requestHash())) {
            throw new Problem(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request.");
        }
        return response(
                row.get("status", Integer.class),
                row.get("body", String.class),
                row.get("location", String.class),
                row.get("etag", String.class));
    }

    private Uni<Response> store(Key key, Answer answer, UnitOfWork work) {
        var body = answer.body() == null ? null : written(answer.body());
        return work.session()
                .createNativeQuery(
                        """
                        insert into idempotency (caller, key, request_hash, status, body, location, etag, answered_at)
                        values (:caller, :key, :hash, :status, cast(:body as text), cast(:location as text),
                                cast(:etag as text), :at)""")
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .setParameter("hash", key.requestHash())
                .setParameter("status", answer.status())
                .setParameter("body", body)
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(stored -> response(answer.status(), body, answer.location(), answer.etag()));
    }

    @Scheduled(every = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldAnswers() {
        return pool.preparedQuery("delete from idempotency where answered_at < $1")
                .execute(
                        io.vertx.mutiny.sqlclient.Tuple.of(
                                clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Response response(int status, String body, String location, String etag) {
        var response = Response.status(status);
        if (body != null) {
            response.type("application/json").entity(body);
        }
        if (location != null) {
            response.header("Location", location);
        }
        if (etag != null) {
            response.header("ETag", '"' + etag + '"');
        }
        return response.build();
    }

    private boolean isPutWithoutKey() {
        return request.request().method().equals(HttpMethod.PUT)
                && request.request().getHeader(HEADER) == null;
    }

    private Response unstored(Answer answer) {
        var body = answer.body() == null ? null : written(answer.body());
        return response(answer.status(), body, answer.location(), answer.etag());
    }

    private String keyHeader() {
        var key = request.request().getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw Problem.malformed(
                    HEADER, "not-blank", "each POST carries a key of the client's own making");
        }
        if (key.length() > MAX_KEY_LENGTH) {
            throw Problem.malformed(HEADER, "size", "at most " + MAX_KEY_LENGTH + " characters");
        }
        return key;
    }

    private String hash(Object body) {
        var line =
                request.request().method() + " " + request.request().path() + "\n" + written(body);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body of our own cannot be written", e);
        }
    }

    private static boolean isOurs(Throwable failure) {
        return "idempotency_pkey"
                .equals(((ConstraintViolationException) failure).getConstraintName());
    }

    private static Problem inFlight() {
        return new Problem(
                409,
                "request-in-flight",
                "A request with this Idempotency-Key is being worked on; try again.");
    }
}
