package org.consilium.benchmarks.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** All turns of one peer with one number of clients. */
public record Rounds(String peer, int clients, List<Round> all) {

    public double median(ToDoubleFunction<Round> figure) {
        var sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least(ToDoubleFunction<Round> figure) {
        return all.stream().mapToDouble(figure).min().orElseThrow();
    }

    public double most(ToDoubleFunction<Round> figure) {
        return all.stream().mapToDouble(figure).max().orElseThrow();
    }
}
