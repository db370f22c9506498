package org.consilium.system.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** When nothing moves any more. */
final class Quiet {

    private Quiet() {}

    /** What is known once two looks in a row say the same. */
    static SortedMap<String, String> projections(RunningSystem system, List<Service> services) {
        var last = new AtomicReference<SortedMap<String, String>>();
        await().atMost(120, SECONDS)
                .pollInterval(Duration.ofSeconds(3))
                .until(
                        () -> {
                            var now = Projections.of(system, services);
                            return now.equals(last.getAndSet(now));
                        });
        return last.get();
    }
}
