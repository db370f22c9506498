package org.consilium.kit.inbox;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;

/** Tells an outage, which ends, from an event that cannot be applied. */
final class DatabaseAway {

    /**
     * PostgreSQL error classes: connection, resources, operator intervention such as a shutdown.
     */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57");

    private DatabaseAway() {}

    static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case IOException connection -> true;
            case ClosedConnectionException connection -> true;
            case PgException error -> OUTAGES.contains(error.getSqlState().substring(0, 2));
            // How the pool says that no connection came free in time.
            default -> "Timeout".equals(cause.getMessage());
        };
    }
}
