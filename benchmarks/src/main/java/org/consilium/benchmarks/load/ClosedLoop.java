package org.consilium.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** A number of clients, each of whom goes on as soon as they were answered. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** Lasts until every client has ended the case it was at when the time was up. */
    public static Load run(Callable<? extends Client> clients, int count, Duration time)
            throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(count)) {
            var running = new ArrayList<Future<Histogram>>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> casesUntil(end, clients)));
            }
            var latencies = Load.histogram();
            for (var client : running) {
                latencies.add(client.get());
            }
            return new Load(latencies, System.nanoTime() - start);
        }
    }

    private static Histogram casesUntil(long end, Callable<? extends Client> clients)
            throws Exception {
        var latencies = Load.histogram();
        var client = clients.call();
        while (System.nanoTime() < end) {
            client.oneCase(latencies);
        }
        return latencies;
    }

    public static void timed(Histogram latencies, Step step) throws Exception {
        long before = System.nanoTime();
        step.take();
        latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before));
    }

    /** What is timed. */
    @FunctionalInterface
    public interface Step {
        void take() throws Exception;
    }
}
