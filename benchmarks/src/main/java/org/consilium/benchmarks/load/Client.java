package org.consilium.benchmarks.load;

import org.HdrHistogram.Histogram;

/** One user of a peer, who does one case after the other. */
public interface Client {

    /** How many durable steps one case has, at every peer. */
    int STEPS = 8;

    /**
     * Does one whole case.
     *
     * @param latencies takes the microseconds of each step
     * @throws Exception voids the run
     */
    void oneCase(Histogram latencies) throws Exception;
}
