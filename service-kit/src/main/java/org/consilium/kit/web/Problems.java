package org.consilium.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. What somebody entered never stands in one. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response of(Problem problem) {
        return ProblemBody.response(
                problem.status(), problem.code(), problem.getMessage(), problem.fields());
    }

    @ServerExceptionMapper
    Response of(ResteasyReactiveViolationException violations) {
        var fields = violations.getConstraintViolations().stream().map(Problems::field).toList();
        return ProblemBody.response(
                400, "malformed", "The request breaks " + fields.size() + " rule(s).", fields);
    }

    /** The framework answers the second kind itself, with nothing, unless it is named here. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response of(JsonProcessingException unreadable) {
        return ProblemBody.response(
                400,
                "malformed",
                "The body cannot be read.",
                List.of(
                        new Problem.FieldProblem(
                                pathOf(unreadable), "readable", "is not of the expected form")));
    }

    @ServerExceptionMapper
    Response of(AuthenticationFailedException failed) {
        return withChallenge();
    }

    @ServerExceptionMapper
    Response of(UnauthorizedException anonymous) {
        return withChallenge();
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
            case 404 -> of(Problem.notFound());
            case 405 ->
                    ProblemBody.response(
                            405, "method-not-allowed", "Not this method here.", List.of());
            case 406 ->
                    ProblemBody.response(
                            406, "not-acceptable", "No such representation.", List.of());
            case 413 ->
                    ProblemBody.response(413, "too-large", "The request is too large.", List.of());
            case 415 ->
                    ProblemBody.response(
                            415, "unsupported-media-type", "Not this media type.", List.of());
            default -> status < 500 ? failure.getResponse() : broken(failure, uri);
        };
    }

    @ServerExceptionMapper
    Response of(Throwable failure, UriInfo uri) {
        return broken(failure, uri);
    }

    private static Response broken(Throwable failure, UriInfo uri) {
        LOG.errorf(failure, "broken at %s", uri.getPath());
        return ProblemBody.response(
                500,
                "broken",
                "Something failed on our side. Nothing was changed; try again.",
                List.of());
    }

    private static Response withChallenge() {
        var answer =
                ProblemBody.response(
                        401, "not-signed-in", "A valid access token is needed.", List.of());
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
                path.isEmpty() ? lastNode(violation) : path, kebab(rule), violation.getMessage());
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
