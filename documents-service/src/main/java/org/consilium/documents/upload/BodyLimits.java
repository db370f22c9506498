package org.consilium.documents.upload;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * How large a request may be: bytes of an upload stream past the limit that everything else has.
 * The server's own limit knows no paths.
 */
@ApplicationScoped
class BodyLimits {

    private static final long COMMAND = 1024 * 1024;

    private static final Pattern UPLOAD =
            Pattern.compile("/api/documents/(cases/[^/]+|link)/uploads/[^/]+");

    private static final String TOO_LARGE =
            """
            {"type":"urn:consilium:problem:too-large","title":"Too large","status":413,\
            "detail":"The request is too large."}""";

    /** Behind authentication, before anything reads a body. */
    private static final int PRIORITY = 50;

    private final UploadConfig config;

    BodyLimits(UploadConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext request) {
        long limit = isUpload(request) ? config.maxBytes() : COMMAND;
        // Whoever reads a body without announced length counts up to this.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        request.addEndHandler(ended -> discardRest(request.request()));
        if (announced(request) > limit) {
            refuse(request);
        } else {
            request.next();
        }
    }

    /** Of a refused body, so that the connection can be used again. */
    private static void discardRest(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(chunk -> {}).resume();
        }
    }

    /**
     * Before the framework that writes problems elsewhere; the connection closes, its body unread.
     */
    private static void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(413)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", "application/problem+json")
                .end(TOO_LARGE);
    }

    private static boolean isUpload(RoutingContext request) {
        return request.request().method().equals(HttpMethod.PATCH)
                && UPLOAD.matcher(request.normalizedPath()).matches();
    }

    private static long announced(RoutingContext request) {
        var length = request.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
