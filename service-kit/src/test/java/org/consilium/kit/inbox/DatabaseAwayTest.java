package org.consilium.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseAwayTest {

    static Stream<Throwable> outages() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new SocketException("Connection reset"),
                new UnknownHostException("database"),
                new ClosedChannelException(),
                new VertxException(new IOException("Broken pipe")),
                ClosedConnectionException.INSTANCE,
                new CompletionException(ClosedConnectionException.INSTANCE),
                new NoStackTraceThrowable("Timeout"),
                new NoStackTraceThrowable("Pool closed"),
                error("08006"),
                error("53300"),
                error("57P01"),
                error("57P03"));
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new JsonParseException("another shape"),
                new IllegalStateException(
                        "a stored entry cannot be read", new JsonParseException("another shape")),
                new FileNotFoundException("a template"),
                new IllegalStateException("Timeout"),
                new TimeoutException("Timeout"),
                error("23505"),
                error("57014"),
                error(null),
                error(""));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void an_outage_is_waited_for(Throwable outage) {
        assertThat(DatabaseAway.is(outage)).isTrue();
        assertThat(DatabaseAway.is(new IllegalStateException(outage))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_of_the_event_is_not(Throwable failure) {
        assertThat(DatabaseAway.is(failure)).isFalse();
    }

    private static PgException error(String sqlState) {
        return new PgException("an error", "ERROR", sqlState, null);
    }
}
