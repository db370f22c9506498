package org.consilium.notification.http;

import java.time.Duration;
import java.util.Optional;

/** What came of handing something to an HTTP server. */
public sealed interface Posted {

    /** It said so; {@code retryAfter} is how long it wishes to be left alone. */
    record Answered(int status, Optional<Duration> retryAfter) implements Posted {}

    /** There was no connection: certainly nothing has left. */
    record NotSent() implements Posted {}

    /** It had begun, and nobody knows how it ended. */
    record NoAnswer() implements Posted {}
}
