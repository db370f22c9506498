package org.consilium.kit.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * From the signal to stop on, each answer ends its connection.
 *
 * <p>A proxy that knows of the stop sends nothing new, but whoever talks to a replica directly, as
 * peers do, keeps a connection for as long as it is of use. Requests are still taken for {@code
 * quarkus.shutdown.delay}; after it nobody has a connection left to ask on, and the next one leads
 * to another replica.
 */
@ApplicationScoped
class Draining {

    /** What {@link Gate} turns away ends its connection too. */
    private static final int BEFORE_ALL = 400;

    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent stopping) {
        begun = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_ALL);
    }

    /** Looked at when the answer goes, which may be after the signal. */
    private void watch(RoutingContext context) {
        context.addHeadersEndHandler(
                nothing -> {
                    if (begun) {
                        context.response().putHeader("Connection", "close");
                    }
                });
        context.next();
    }
}
