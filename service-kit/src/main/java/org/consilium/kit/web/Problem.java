package org.consilium.kit.web;

import java.util.List;

/**
 * A request that is refused or malformed, as RFC 9457 tells it.
 *
 * @see Problems the one place that turns it into a response
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final List<FieldProblem> fields;

    /**
     * One field's fault.
     *
     * @param field where, as a path in the body, or the name of a header or parameter
     * @param rule the stable name of the broken rule, such as {@code not-blank}
     * @param message the rule in words
     */
    public record FieldProblem(String field, String rule, String message) {}

    /**
     * A problem with its fields.
     *
     * @param code stable; clients and translations go by it, and it ends the {@code type} URN
     * @param detail in words; never what somebody entered
     */
    public Problem(int status, String code, String detail, List<FieldProblem> fields) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    /** Also the answer to whoever may not know that it exists. */
    public static Problem notFound() {
        return new Problem(404, "not-found", "There is nothing here that you may see.");
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
}
