package org.consilium.kit.command;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.kit.command.StoredAnswers.CommandKey;
import org.consilium.kit.command.StoredAnswers.Stored;
import org.consilium.kit.command.StoredAnswers.Written;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Sha256;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The way in for commands: one transaction for the steps and their answer, and the same answer for
 * the same {@code Idempotency-Key}.
 *
 * <p>Per caller. Same key and same request: the stored answer, nothing is done. Same key, other
 * request: 422. Still being worked on: 409. No key: 400. Only an answer that committed is stored;
 * after a refusal or a failure the key may be used again. Answers are kept 24 hours, each with its
 * case, so that they are erased with it: the case of the events that the steps published last, or
 * the path's {@code caseId}. Who lost the relation to that case that they had gets none again: 404.
 *
 * <p>A PUT may come without a key: it says what shall be, and its {@code If-Match} lets only the
 * first of two through.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    public static final int MAX_KEY_LENGTH = 200;

    private final Transactions transactions;
    private final StoredAnswers answers;
    private final Caller caller;
    private final RoutingContext request;
    private final UriInfo path;
    private final StoredJson json;

    Idempotency(
            Transactions transactions,
            StoredAnswers answers,
            Caller caller,
            RoutingContext request,
            UriInfo path,
            StoredJson json) {
        this.transactions = transactions;
        this.answers = answers;
        this.caller = caller;
        this.request = request;
        this.path = path;
        this.json = json;
    }

    /**
     * Runs the steps once for this request's key and answers as they did.
     *
     * @param body the request's body as read, so that two requests can be told apart; null for none
     */
    public Uni<Response> once(Object body, Function<UnitOfWork, Uni<Answer>> steps) {
        if (isPutWithoutKey()) {
            return transactions.inTransaction(
                    caller.actor(),
                    work -> steps.apply(work).map(this::written).map(Idempotency::response));
        }
        var key = new CommandKey(caller.subject(), keyHeader(), hash(body));
        var caseInPath = caseInPath();
        return transactions
                .inTransaction(caller.actor(), work -> answer(key, caseInPath, steps, work))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> isOurs(failure) ? inFlight() : failure);
    }

    private Uni<Response> answer(
            CommandKey key,
            Optional<UUID> caseInPath,
            Function<UnitOfWork, Uni<Answer>> steps,
            UnitOfWork work) {
        return answers.find(key, work)
                .chain(
                        stored ->
                                isUnseen(key, stored)
                                        ? steps.apply(work)
                                                .map(this::written)
                                                .call(made -> store(key, caseInPath, made, work))
                                        : givenAgain(key, stored, work))
                .map(Idempotency::response);
    }

    /** What it shows may be no more for who got it then: then there is nothing here for them. */
    private Uni<Written> givenAgain(CommandKey key, Stored stored, UnitOfWork work) {
        return answers.mayStillBeSeen(key, work)
                .map(
                        seen -> {
                            if (!seen) {
                                throw Problem.notFound();
                            }
                            return stored.answer();
                        });
    }

    private static boolean isUnseen(CommandKey key, Stored stored) {
        if (!stored.free()) {
            throw inFlight();
        }
        if (stored.requestHash() != null && !stored.requestHash().equals(key.requestHash())) {
            throw new Problem(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request.");
        }
        return stored.requestHash() == null;
    }

    private Uni<Void> store(
            CommandKey key, Optional<UUID> caseInPath, Written made, UnitOfWork work) {
        return answers.store(key, work.caseId().or(() -> caseInPath), made, work);
    }

    private static Response response(Written answer) {
        var response = Response.status(answer.status());
        if (answer.body() != null) {
            response.type("application/json").entity(answer.body());
        }
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.etag() != null) {
            response.header("ETag", '"' + answer.etag() + '"');
        }
        return response.build();
    }

    private boolean isPutWithoutKey() {
        return request.request().method().equals(HttpMethod.PUT)
                && request.request().getHeader(HEADER) == null;
    }

    /** Empty also for what is no id: then there is no such case. */
    private Optional<UUID> caseInPath() {
        try {
            return Optional.ofNullable(path.getPathParameters().getFirst("caseId"))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Written written(Answer answer) {
        return new Written(
                answer.status(),
                answer.body() == null ? null : json.write(answer.body()),
                answer.location(),
                answer.etag());
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
        return Sha256.hex(
                request.request().method()
                        + " "
                        + request.request().path()
                        + "\n"
                        + json.write(body));
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
