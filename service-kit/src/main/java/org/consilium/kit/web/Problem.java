package org.consilium.kit.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.kit.words.RuleTexts;

/**
 * A request that is refused or malformed, as RFC 9457 tells it.
 *
 * @see Problems the one place that turns it into a response
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final List<FieldProblem> fields;
    private final String challenge;

    /**
     * One field's fault.
     *
     * @param field where, as a path in the body, or the name of a header or parameter; a step of it
     *     that is no name, as a key may be, is {@code *}
     * @param rule the stable name of the broken rule, such as {@code not-blank}
     * @param message the rule in words
     * @param bounds of the rule, such as {@code max}, for its words in other languages
     */
    public record FieldProblem(
            String field, String rule, String message, @JsonIgnore Map<String, String> bounds) {

        public FieldProblem {
            field = FieldPath.shown(field);
        }

        public FieldProblem(String field, String rule, String message) {
            this(field, rule, message, Map.of());
        }

        FieldProblem in(String language, RuleTexts rules) {
            var words = rules.of(language, rule, message, bounds).orElse(message);
            return new FieldProblem(field, rule, words, bounds);
        }
    }

    /**
     * A problem with its fields.
     *
     * @param code stable; clients and translations go by it, and it ends the {@code type} URN
     * @param detail in words; never what somebody entered
     */
    public Problem(int status, String code, String detail, List<FieldProblem> fields) {
        this(status, code, detail, fields, null);
    }

    private Problem(
            int status, String code, String detail, List<FieldProblem> fields, String challenge) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = List.copyOf(fields);
        this.challenge = challenge;
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    /** Also the answer to whoever may not know that it exists. */
    public static Problem notFound() {
        return new Problem(404, "not-found", "There is nothing here that you may see.");
    }

    /** The token is good and the sign-in behind it too old: the challenge of RFC 9470. */
    public static Problem signInAgain(Duration within) {
        return new Problem(
                401,
                "sign-in-again",
                "This needs a sign-in of the last minutes.",
                List.of(),
                "Bearer error=\"insufficient_user_authentication\", max_age=\"%d\""
                        .formatted(within.toSeconds()));
    }

    public static Problem malformed(String field, String rule, String message) {
        return new Problem(
                400,
                "malformed",
                "The request breaks a rule.",
                List.of(new FieldProblem(field, rule, message)));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    /** What {@code WWW-Authenticate} says beside it. */
    public Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }
}
