package org.consilium.review.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.kit.statistics.Suppression;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.statistics.AgreementTable.Cell;
import org.consilium.review.statistics.Kappa.Pair;

/**
 * How far two people who read the same case on their own agree, by programme and axis.
 *
 * @param complete whether the year is over
 */
record DoubleReadTable(int year, boolean complete, List<Row> rows) {

    /** One axis of one case that was read twice. */
    record Read(String programme, String axis, Value opinion, Value second) {}

    /**
     * One axis of one programme. What is absent is not shown.
     *
     * @param assessed the denominator: cases of which both could assess the axis
     * @param same of those, in which both fall into the same of agreement, minor and major
     *     difference
     * @param kappa absent, too, where both always say the same one of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String programme, String axis, Integer assessed, Cell same, Kappa kappa) {}

    /** What the two are compared by. */
    private enum Kind {
        AGREEMENT,
        MINOR,
        MAJOR
    }

    private record Key(String programme, String axis) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int by = programme.compareTo(other.programme);
            return by == 0 ? axis.compareTo(other.axis) : by;
        }
    }

    static DoubleReadTable of(int year, boolean complete, List<Read> reads) {
        var byKey =
                reads.stream()
                        .collect(
                                Collectors.groupingBy(
                                        read -> new Key(read.programme(), read.axis()),
                                        TreeMap::new,
                                        Collectors.toList()));
        var rows = byKey.entrySet().stream().map(each -> row(each.getKey(), each.getValue()));
        return new DoubleReadTable(year, complete, rows.toList());
    }

    /** With few cases that are the same, or that are not, a single one could be made out. */
    private static Row row(Key key, List<Read> reads) {
        var pairs =
                reads.stream()
                        .filter(read -> read.opinion() != Value.CANNOT_ASSESS)
                        .filter(read -> read.second() != Value.CANNOT_ASSESS)
                        .map(read -> new Pair<>(kind(read.opinion()), kind(read.second())))
                        .toList();
        int same = (int) pairs.stream().filter(pair -> pair.first() == pair.second()).count();
        if (pairs.size() < Suppression.SMALLEST_SHOWN) {
            return new Row(key.programme(), key.axis(), null, null, null);
        }
        boolean shown =
                same >= Suppression.SMALLEST_SHOWN
                        && pairs.size() - same >= Suppression.SMALLEST_SHOWN;
        return new Row(
                key.programme(),
                key.axis(),
                pairs.size(),
                shown ? Cell.of(same, pairs.size()) : null,
                shown ? Kappa.of(pairs) : null);
    }

    private static Kind kind(Value value) {
        return switch (value) {
            case AGREE, REFINED -> Kind.AGREEMENT;
            case MINOR_DIFFERENCE -> Kind.MINOR;
            case MAJOR_DIFFERENCE -> Kind.MAJOR;
            case CANNOT_ASSESS -> throw new IllegalArgumentException("is no kind of difference");
        };
    }
}
