package org.consilium.system.upgrades;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was asked and answered between two moments of the drill. */
record Phase(String name, List<Answered> answered) {

    List<Answered> failed() {
        return answered.stream().filter(Answered::failed).toList();
    }

    /** A row of the table in docs/drills. */
    String row() {
        var byStatus =
                answered.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.status() / 100 + "xx",
                                        TreeMap::new,
                                        Collectors.counting()));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d ms | %d ms | %s |",
                name,
                answered.size(),
                failed().size(),
                answered.stream().mapToInt(Answered::tries).sum(),
                percentile(50),
                percentile(99),
                byStatus);
    }

    private long percentile(int percent) {
        var times =
                answered.stream()
                        .filter(Answered::isTimed)
                        .mapToLong(Answered::millis)
                        .sorted()
                        .toArray();
        return times.length == 0 ? 0 : times[(int) ((times.length - 1) * (long) percent / 100)];
    }
}
