package org.consilium.kit.work;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place that knows the machine's time. */
public class ClockProducer {

    /** For what happens before there is anything to inject. */
    public static Clock ofThisMachine() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Clock clock() {
        return ofThisMachine();
    }
}
