package org.consilium.review.statistics;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.kit.statistics.WilsonInterval;

/**
 * Cohen's kappa of two readers (Cohen 1960), unweighted, with the interval of its large-sample
 * standard error: how far they agree beyond what their own habits would make them agree by chance.
 * Rounded to hundredths, so that no single case can be computed from it.
 */
record Kappa(double value, double low, double high) {

    /** One case: what the one says and what the other. */
    record Pair<V>(V first, V second) {}

    /** Null where chance alone explains every agreement: then there is nothing to be measured. */
    static <V> Kappa of(List<Pair<V>> pairs) {
        double n = pairs.size();
        double observed = pairs.stream().filter(p -> p.first().equals(p.second())).count() / n;
        double chance = chance(pairs);
        if (chance >= 1) {
            return null;
        }
        double value = (observed - chance) / (1 - chance);
        double half = WilsonInterval.Z * Math.sqrt(observed * (1 - observed) / n) / (1 - chance);
        return new Kappa(
                rounded(value),
                rounded(Math.max(-1, value - half)),
                rounded(Math.min(1, value + half)));
    }

    private static <V> double chance(List<Pair<V>> pairs) {
        var first = shares(pairs, Pair::first);
        var second = shares(pairs, Pair::second);
        return first.entrySet().stream()
                .mapToDouble(each -> each.getValue() * second.getOrDefault(each.getKey(), 0.0))
                .sum();
    }

    private static <V> Map<V, Double> shares(List<Pair<V>> pairs, Function<Pair<V>, V> which) {
        double n = pairs.size();
        return pairs.stream()
                .collect(
                        Collectors.groupingBy(
                                which,
                                Collectors.collectingAndThen(
                                        Collectors.counting(), count -> count / n)));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
