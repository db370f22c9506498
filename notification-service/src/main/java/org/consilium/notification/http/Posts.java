package org.consilium.notification.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consilium.kit.work.OwnContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hands JSON to HTTP servers and says exactly what came of it. A connection serves one message:
 * then a silence belongs to that message and to no other. No redirect is followed.
 */
@ApplicationScoped
public class Posts {

    private static final Logger LOG = Logger.getLogger(Posts.class);

    /** More than are ever under way, so that none waits for a place and goes out late. */
    private static final int MOST_CONNECTIONS = 64;

    private final HttpClient client;
    private final OwnContext context;
    private final Clock clock;
    private final Duration patience;

    Posts(
            Vertx vertx,
            OwnContext context,
            Clock clock,
            @ConfigProperty(name = "consilium.http.connect") Duration connect,
            @ConfigProperty(name = "consilium.http.patience") Duration patience) {
        this.client = vertx.createHttpClient(options(connect));
        this.context = context;
        this.clock = clock;
        this.patience = patience;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** How long one may take at most. */
    public Duration patience() {
        return patience;
    }

    /** Never fails. */
    public Uni<Posted> post(RequestOptions target, Buffer body) {
        var begun = new AtomicBoolean();
        var answered =
                Uni.createFrom()
                        .completionStage(() -> send(target, body, begun).toCompletionStage())
                        .map(this::answered);
        return context.stayingOn(
                answered,
                uni ->
                        uni.ifNoItem()
                                .after(patience)
                                .fail()
                                .onFailure()
                                .recoverWithItem(failure -> unanswered(failure, begun)));
    }

    private Future<HttpClientResponse> send(
            RequestOptions target, Buffer body, AtomicBoolean begun) {
        return client.request(target.setMethod(HttpMethod.POST))
                .compose(request -> send(request, body, begun));
    }

    /** Whoever sets the mark decides: this one begins, or time was up before it could. */
    private static Future<HttpClientResponse> send(
            HttpClientRequest request, Buffer body, AtomicBoolean begun) {
        if (!begun.compareAndSet(false, true)) {
            request.reset();
            return Future.failedFuture("time was up");
        }
        return request.putHeader("Content-Type", "application/json").send(body);
    }

    private Posted answered(HttpClientResponse response) {
        var pause = RetryAfter.read(response.getHeader("Retry-After"), clock.instant());
        return new Posted.Answered(response.statusCode(), pause);
    }

    /** The address stays unsaid: it may hold a token or somebody's telephone number. */
    private static Posted unanswered(Throwable failure, AtomicBoolean begun) {
        boolean wasNotBegun = begun.compareAndSet(false, true);
        LOG.infof("no answer (begun: %s): %s", !wasNotBegun, failure.getClass().getName());
        return wasNotBegun ? new Posted.NotSent() : new Posted.NoAnswer();
    }

    private static HttpClientOptions options(Duration connect) {
        return new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout(Math.toIntExact(connect.toMillis()));
    }
}
