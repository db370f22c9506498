package org.consilium.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.consilium.kit.json.ReadableText;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** The one place where a failure becomes an answer. What somebody entered never stands in one. */
class Problems {

    static final String NOT_SIGNED_IN = "A valid access token is needed.";
    static final String NOT_ACCEPTABLE = "No such representation.";
    private static final String OF_ANOTHER_FORM = "is not of the expected form";

    static final String TOO_LARGE = "The request is too large.";
    static final String TOO_LONG = "The address is too long.";
    static final String NOT_THIS_MEDIA_TYPE = "Not this media type.";

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final String source;

    Problems(@ConfigProperty(name = "consilium.source") String source) {
        this.source = source;
    }

    @ServerExceptionMapper
    Response of(Problem problem) {
        var answer =
                ProblemBody.response(
                        problem.status(), problem.code(), problem.getMessage(), problem.fields());
        problem.challenge()
                .ifPresent(challenge -> answer.getHeaders().add("WWW-Authenticate", challenge));
        return answer;
    }

    @ServerExceptionMapper
    Response of(ResteasyReactiveViolationException violations) {
        var fields = violations.getConstraintViolations().stream().map(Problems::field).toList();
        return ProblemBody.response(
                400,
                "malformed",
                fields.size() == 1
                        ? "The request breaks a rule."
                        : "The request breaks " + fields.size() + " rules.",
                fields);
    }

    /** The framework answers the second kind itself, with nothing, unless it is named here. */
    @ServerExceptionMapper({
        JsonProcessingException.class,
        MismatchedInputException.class,
        ReadableText.Unreadable.class
    })
    Response of(JsonProcessingException unreadable) {
        return ProblemBody.response(
                400, "malformed", "The body cannot be read.", List.of(field(unreadable)));
    }

    private static Problem.FieldProblem field(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case ReadableText.Unreadable text ->
                    new Problem.FieldProblem(
                            pathOf(text),
                            "readable-text",
                            "has characters that cannot be kept or shown");
            case UnrecognizedPropertyException unknown ->
                    new Problem.FieldProblem(
                            pathOf(unknown), "known-field", "is no field of this request");
            default -> new Problem.FieldProblem(pathOf(unreadable), "readable", OF_ANOTHER_FORM);
        };
    }

    @ServerExceptionMapper
    Response of(AuthenticationFailedException failed) {
        return withChallenge(isForAnother(failed) ? forAnother() : NOT_SIGNED_IN);
    }

    @ServerExceptionMapper
    Response of(UnauthorizedException anonymous) {
        return withChallenge(NOT_SIGNED_IN);
    }

    @ServerExceptionMapper
    Response of(ForbiddenException forbidden) {
        return ProblemBody.response(
                403, "forbidden", "Your role does not include this.", List.of());
    }

    @ServerExceptionMapper
    Response of(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return of(unreadable);
        }
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 ->
                    ProblemBody.response(
                            400, "malformed", "The request cannot be read.", List.of());
            case 404 -> of(isAboutTheQuery(failure, uri) ? queryOf(uri) : Problem.notFound());
            case 405 ->
                    ProblemBody.response(
                            405, "method-not-allowed", "Not this method here.", List.of());
            case 406 -> ProblemBody.response(406, "not-acceptable", NOT_ACCEPTABLE, List.of());
            case 413 -> ProblemBody.response(413, "too-large", TOO_LARGE, List.of());
            case 414 -> ProblemBody.response(414, "too-long", TOO_LONG, List.of());
            case 415 ->
                    ProblemBody.response(
                            415, "unsupported-media-type", NOT_THIS_MEDIA_TYPE, List.of());
            default -> status < 500 ? failure.getResponse() : broken(failure, uri);
        };
    }

    @ServerExceptionMapper
    Response of(Throwable failure, UriInfo uri) {
        return broken(failure, uri);
    }

    /** The framework says 404 for a parameter it cannot read, whether of the path or the query. */
    private static boolean isAboutTheQuery(WebApplicationException failure, UriInfo uri) {
        return failure.getCause() != null
                && !uri.getQueryParameters().isEmpty()
                && uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(Problems::isId);
    }

    private static Problem queryOf(UriInfo uri) {
        var fields =
                uri.getQueryParameters().keySet().stream()
                        .sorted()
                        .map(name -> new Problem.FieldProblem(name, "readable", OF_ANOTHER_FORM))
                        .toList();
        return new Problem(400, "malformed", "The query cannot be read.", fields);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Response broken(Throwable failure, UriInfo uri) {
        LOG.errorf(failure, "broken at %s", uri.getPath());
        return ProblemBody.response(
                500,
                "broken",
                "Something failed on our side. Nothing was changed; try again.",
                List.of());
    }

    private static boolean isForAnother(AuthenticationFailedException failed) {
        return failed.getCause() instanceof InvalidJwtException invalid
                && (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                        || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING));
    }

    private String forAnother() {
        return "This token is not for this service: ask for one with scope=%s.".formatted(source);
    }

    private static Response withChallenge(String detail) {
        var answer = ProblemBody.response(401, "not-signed-in", detail, List.of());
        return Response.fromResponse(answer).header("WWW-Authenticate", "Bearer").build();
    }

    private static Problem.FieldProblem field(ConstraintViolation<?> violation) {
        var path =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .skip(2) // the method and its parameter
                        .map(Object::toString)
                        .collect(Collectors.joining("."));
        var rule =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return new Problem.FieldProblem(
                path.isEmpty() ? lastNode(violation) : path,
                kebab(rule),
                isExpression(violation) ? OF_ANOTHER_FORM : violation.getMessage(),
                bounds(violation));
    }

    /** Nobody reads "must match [A-Z]{2}". */
    private static boolean isExpression(ConstraintViolation<?> violation) {
        return violation.getMessageTemplate().equals("{" + Pattern.class.getName() + ".message}");
    }

    private static Map<String, String> bounds(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAttributes().entrySet().stream()
                .filter(attribute -> attribute.getValue() instanceof Number)
                .collect(Collectors.toMap(Map.Entry::getKey, bound -> bound.getValue().toString()));
    }

    private static String lastNode(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .reduce("", (first, second) -> second);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static String pathOf(JsonProcessingException unreadable) {
        return unreadable instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(
                                ref ->
                                        ref.getFieldName() == null
                                                ? "[" + ref.getIndex() + "]"
                                                : ref.getFieldName())
                        .collect(Collectors.joining("."))
                : "body";
    }
}
