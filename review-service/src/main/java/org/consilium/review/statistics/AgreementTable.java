package org.consilium.review.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.kit.statistics.Suppression;
import org.consilium.kit.statistics.WilsonInterval;
import org.consilium.review.opinion.AxisJudgement.Value;

/**
 * The agreement of a year's opinions with the first ones, by programme and axis.
 *
 * @param complete whether the year is over: the numbers of one that is not change from day to day,
 *     and what changed would tell of single cases
 */
record AgreementTable(int year, boolean complete, List<Row> rows) {

    /** One axis of one programme, how often it was judged so. */
    record Counted(String programme, String axis, Value value, int cases) {}

    /**
     * One axis of one programme. What is absent is not shown.
     *
     * @param assessed the denominator: opinions that judged this axis otherwise than that it cannot
     *     be assessed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String programme,
            String axis,
            Integer assessed,
            Cell agreement,
            Cell minorDifference,
            Cell majorDifference,
            Integer cannotAssess) {}

    /** {@code share} of the assessed, with its interval. */
    record Cell(int cases, double share, WilsonInterval interval95) {

        static Cell of(int cases, int assessed) {
            return new Cell(cases, (double) cases / assessed, WilsonInterval.of(cases, assessed));
        }
    }

    static AgreementTable of(int year, boolean complete, List<Counted> counted) {
        var rows =
                byKey(counted, Counted::programme).values().stream()
                        .flatMap(programme -> rows(programme).stream())
                        .toList();
        return new AgreementTable(year, complete, rows);
    }

    /**
     * Each opinion judges each axis of its programme, so an axis that shows everything tells how
     * many opinions there are, and with it what another axis leaves out: how often an axis could
     * not be assessed is shown on all of them or on none.
     */
    private static List<Row> rows(List<Counted> programme) {
        var axes = byKey(programme, Counted::axis);
        boolean showsCannotAssess =
                axes.values().stream()
                        .allMatch(
                                axis ->
                                        cases(axis, Value.CANNOT_ASSESS)
                                                >= Suppression.SMALLEST_SHOWN);
        var rows = new ArrayList<Row>();
        axes.forEach((code, axis) -> rows.add(row(code, axis, showsCannotAssess)));
        return rows;
    }

    private static Row row(String axis, List<Counted> counted, boolean showsCannotAssess) {
        var programme = counted.getFirst().programme();
        int agreement = cases(counted, Value.AGREE) + cases(counted, Value.REFINED);
        int minor = cases(counted, Value.MINOR_DIFFERENCE);
        int major = cases(counted, Value.MAJOR_DIFFERENCE);
        var cannotAssess = showsCannotAssess ? cases(counted, Value.CANNOT_ASSESS) : null;
        if (Suppression.hidesAll(agreement, minor, major)) {
            return new Row(programme, axis, null, null, null, null, cannotAssess);
        }
        int assessed = agreement + minor + major;
        var hidden = Suppression.hidden(agreement, minor, major);
        return new Row(
                programme,
                axis,
                assessed,
                hidden.get(0) ? null : Cell.of(agreement, assessed),
                hidden.get(1) ? null : Cell.of(minor, assessed),
                hidden.get(2) ? null : Cell.of(major, assessed),
                cannotAssess);
    }

    private static int cases(List<Counted> counted, Value value) {
        return counted.stream()
                .filter(each -> each.value() == value)
                .mapToInt(Counted::cases)
                .sum();
    }

    private static Map<String, List<Counted>> byKey(
            List<Counted> counted, Function<Counted, String> key) {
        return counted.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
