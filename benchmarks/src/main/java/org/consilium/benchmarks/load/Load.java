package org.consilium.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a number of clients did in a time.
 *
 * @param latencies of each step, in microseconds
 * @param nanos from the first request to the last answer
 */
public record Load(Histogram latencies, long nanos) {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    public static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, 3);
    }

    public long steps() {
        return latencies.getTotalCount();
    }

    public double perSecond() {
        return steps() * 1e9 / nanos;
    }

    /** The latency that this share of the steps did not exceed, in milliseconds. */
    public double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }
}
