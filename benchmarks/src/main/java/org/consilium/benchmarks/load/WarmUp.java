package org.consilium.benchmarks.load;

import java.util.concurrent.Callable;

/** Turns that are not measured: a JVM on two processors compiles for minutes beside its work. */
public final class WarmUp {

    private static final int AT_MOST = 20;
    private static final int AT_LEAST = 8;

    /** Warm is what costs this share of what it cost a turn before, or more. */
    private static final double SETTLED = 0.96;

    private WarmUp() {}

    /**
     * Until an operation costs what it will cost.
     *
     * @param turn takes one, and answers what an operation cost in it, in processor time
     */
    public static void untilSettled(Callable<Double> turn) throws Exception {
        var last = turn.call();
        for (int taken = 1; taken < AT_MOST; taken++) {
            var next = turn.call();
            if (taken >= AT_LEAST && next > last * SETTLED) {
                return;
            }
            last = next;
        }
    }
}
