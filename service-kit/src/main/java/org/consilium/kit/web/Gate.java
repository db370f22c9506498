package org.consilium.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Turns away what no resource could answer, before anything is asked or read for it. */
class Gate {

    /** Before the framework looks at the token, which it does at 200. */
    private static final int BEFORE_SIGN_IN = 300;

    /** A signed token has three parts; Keycloak is not asked about anything else. */
    private static final Pattern SIGNED_TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final String PARAMETER =
            "\\s*+;\\s*+" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*+\")";
    private static final String TYPE = TOKEN + "/" + TOKEN;
    private static final String WEIGHT =
            "(?:\\s*+;\\s*+[qQ]=(?:0(?:\\.\\d{0,3}+)?+|1(?:\\.0{0,3}+)?+))?+";
    private static final String PLAIN_PARAMETER = "(?!\\s*+;\\s*+[qQ]=)" + PARAMETER;

    /** Possessive, so that no length of a header takes more stack. */
    private static final Pattern ACCEPT = listOf(TYPE + "(?:" + PLAIN_PARAMETER + ")*+" + WEIGHT);

    private static final Pattern ACCEPT_LANGUAGE =
            listOf("(?:\\*|[A-Za-z]{1,8}+(?:-[A-Za-z0-9]{1,8}+)*+)" + WEIGHT);

    private static final Pattern CONTENT_TYPE =
            Pattern.compile(TYPE + "(?:" + PARAMETER + ")*+\\s*+");

    private static final Set<Class<? extends Annotation>> ELSEWHERE =
            Set.of(
                    PathParam.class,
                    QueryParam.class,
                    HeaderParam.class,
                    BeanParam.class,
                    Context.class);

    void register(@Observes Filters filters) {
        filters.register(Gate::admit, BEFORE_SIGN_IN);
    }

    private static void admit(RoutingContext context) {
        var authorization = context.request().getHeader("Authorization");
        var accept = context.request().getHeader("Accept");
        var given = context.request().getHeader("Content-Type");
        wishForReadableLanguages(context.request().headers());
        if (authorization != null && !isBearerToken(authorization)) {
            refuse(context, 401, "not-signed-in", Problems.NOT_SIGNED_IN);
        } else if (accept != null && !accept.isBlank() && !ACCEPT.matcher(accept).matches()) {
            refuse(context, 406, "not-acceptable", Problems.NOT_ACCEPTABLE);
        } else if (given != null && !CONTENT_TYPE.matcher(given).matches()) {
            refuse(context, 415, "unsupported-media-type", Problems.NOT_THIS_MEDIA_TYPE);
        } else {
            context.next();
        }
    }

    /** A language is a wish; one that cannot be read is none, and its text goes no further. */
    private static void wishForReadableLanguages(MultiMap headers) {
        var wished = headers.get("Accept-Language");
        if (wished != null && !ACCEPT_LANGUAGE.matcher(wished).matches()) {
            headers.remove("Accept-Language");
        }
    }

    private static Pattern listOf(String item) {
        return Pattern.compile("\\s*+" + item + "\\s*+(?:,\\s*+" + item + "\\s*+)*+");
    }

    private static boolean isBearerToken(String authorization) {
        var parts = authorization.split(" ", 2);
        return parts.length == 2
                && parts[0].equalsIgnoreCase("Bearer")
                && SIGNED_TOKEN.matcher(parts[1].strip()).matches();
    }

    static void refuse(RoutingContext context, int status, String code, String detail) {
        var response =
                context.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", "application/problem+json");
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(Json.encodeToBuffer(ProblemBody.of(status, code, detail, List.of())));
    }

    /** What becomes a record is JSON; the framework would make one of any text. */
    @ServerRequestFilter
    Optional<Response> jsonOnly(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getMediaType();
        if (given == null
                || given.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                || !readsBody(resource.getResourceMethod())) {
            return Optional.empty();
        }
        return Optional.of(
                ProblemBody.response(
                        415, "unsupported-media-type", Problems.NOT_THIS_MEDIA_TYPE, List.of()));
    }

    private static boolean readsBody(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .anyMatch(annotations -> Arrays.stream(annotations).noneMatch(Gate::isElsewhere));
    }

    /** Of the address or a header, not of the body. */
    private static boolean isElsewhere(Annotation annotation) {
        return ELSEWHERE.contains(annotation.annotationType());
    }
}
