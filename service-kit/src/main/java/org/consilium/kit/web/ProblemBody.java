package org.consilium.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.consilium.kit.words.ProblemTexts.Words;
import org.consilium.kit.words.RuleTexts;

/** {@code application/problem+json}; {@code errors} names each field and the rule it breaks. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type, String title, int status, String detail, List<Problem.FieldProblem> errors) {

    static ProblemBody of(
            int status, String code, String detail, List<Problem.FieldProblem> errors) {
        return new ProblemBody(
                "urn:consilium:problem:" + code, title(code), status, detail, errors);
    }

    static Response response(
            int status, String code, String detail, List<Problem.FieldProblem> errors) {
        var answer =
                Response.status(status)
                        .type("application/problem+json")
                        .entity(of(status, code, detail, errors));
        return isForNow(status) ? answer.header("Retry-After", 5).build() : answer.build();
    }

    String code() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    ProblemBody saying(Words words) {
        var named = words.language().equals("en") ? title : words.title();
        return new ProblemBody(type, named, status, words.text(), errors);
    }

    ProblemBody ruledIn(String language, RuleTexts rules) {
        return new ProblemBody(
                type,
                title,
                status,
                detail,
                errors.stream().map(error -> error.in(language, rules)).toList());
    }

    /** Whoever is turned away only for now is told when to come again. */
    private static boolean isForNow(int status) {
        return status == 429 || status == 503;
    }

    private static String title(String code) {
        var words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
