package org.consilium.kit.inbox;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells an outage, which ends, from an event that cannot be applied. What is not named here is no
 * outage: taken for one, it would hold up its whole partition for ever.
 */
final class DatabaseAway {

    /** PostgreSQL error classes: connection, resources. */
    private static final Set<String> OUTAGES = Set.of("08", "53");

    /** A shutdown, a crash, a start; not 57014, a statement that was cancelled for itself. */
    private static final String SERVER_GOES_OR_COMES = "57P";

    /**
     * No connection came free in time; or the process is stopping and the pool went before the
     * consumers: what they are at is heard again by another replica, and is no dead letter.
     */
    private static final Set<String> THE_POOL_SAYS = Set.of("Timeout", "Pool closed");

    private DatabaseAway() {}

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50) // should a chain lead back to itself
                .anyMatch(DatabaseAway::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case SocketException connection -> true;
            case UnknownHostException connection -> true;
            case ClosedChannelException connection -> true;
            case ClosedConnectionException connection -> true;
            case PgException error -> isOutage(error.getSqlState());
            // A broken pipe or a reset has no class of its own; Jackson's failures have.
            case IOException connection -> connection.getClass() == IOException.class;
            case NoStackTraceThrowable pool -> THE_POOL_SAYS.contains(pool.getMessage());
            default -> false;
        };
    }

    private static boolean isOutage(String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (OUTAGES.contains(sqlState.substring(0, 2))
                        || sqlState.startsWith(SERVER_GOES_OR_COMES));
    }
}
