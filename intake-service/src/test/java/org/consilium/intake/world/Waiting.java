package org.consilium.intake.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Callable;

/** For what comes by Kafka: soon, but not at once. */
public final class Waiting {

    private Waiting() {}

    public static void until(Callable<Boolean> holds) {
        await().atMost(30, SECONDS).until(holds);
    }
}
