package org.consilium.benchmarks.load;

/** One turn of one peer. */
public record Round(Load load, Cost cost) {

    public double walPerCase() {
        return perStep(cost.walBytes()) * Client.STEPS;
    }

    public double buffersPerStep() {
        return perStep(cost.buffers());
    }

    public double cpuMillisPerStep() {
        return perStep(cost.cpu().toMillis());
    }

    public double statementsPerStep() {
        return perStep(cost.statements());
    }

    private double perStep(long total) {
        return (double) total / load.steps();
    }
}
