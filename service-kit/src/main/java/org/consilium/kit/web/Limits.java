package org.consilium.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is too long or too large is told as any other problem. The server's own limits stand behind
 * these for whoever goes far beyond, and it then answers with the status alone: it reads no
 * further.
 */
class Limits {

    private static final int LONGEST_ADDRESS = 4096;
    private static final int MOST_HEADERS = 20_480;

    /** After {@link Draining}, before anything reads a header. */
    private static final int BEFORE_THE_GATE = 310;

    /** Who is not signed in is told that first. */
    private static final int AFTER_SIGN_IN = 150;

    private final Optional<Long> largestBody;

    Limits(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size")
                    Optional<MemorySize> largestBody) {
        this.largestBody = largestBody.map(MemorySize::asLongValue);
    }

    void register(@Observes Filters filters) {
        filters.register(Limits::line, BEFORE_THE_GATE);
        filters.register(this::body, AFTER_SIGN_IN);
    }

    private static void line(RoutingContext context) {
        if (context.request().uri().length() > LONGEST_ADDRESS) {
            refuse(context, 414, "too-long", Problems.TOO_LONG);
        } else if (size(context.request().headers()) > MOST_HEADERS) {
            refuse(context, 431, "headers-too-large", "The request's headers are too large.");
        } else {
            context.next();
        }
    }

    private void body(RoutingContext context) {
        if (largestBody.filter(limit -> announced(context) > limit).isPresent()) {
            refuse(context, 413, "too-large", Problems.TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static int size(MultiMap headers) {
        return headers.entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    /** What is no number breaks elsewhere. */
    private static long announced(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** The rest of it is not read, so the connection ends. */
    private static void refuse(RoutingContext context, int status, String code, String detail) {
        context.response().putHeader("Connection", "close");
        Gate.refuse(context, status, code, detail);
    }
}
