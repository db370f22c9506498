package org.consilium.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.benchmarks.load.Round;
import org.consilium.benchmarks.load.Rounds;

/** What was measured, printed as it comes and kept in {@code benchmarks/results.md}. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    Report() {
        say("# Results of " + LocalDate.now(ZoneOffset.UTC));
        say("");
        say(
                "By `make bench seconds=%d`, on %d processors with a load of %.1f before it began. Ratios of one run count; absolute figures are this machine's."
                        .formatted(
                                Bench.TURN.toSeconds(),
                                Runtime.getRuntime().availableProcessors(),
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
    }

    void section(String title, String... columns) {
        say("");
        say("## " + title);
        say("");
        say("| " + String.join(" | ", columns) + " |");
        say("|" + " --- |".repeat(columns.length));
    }

    void row(Object... cells) {
        var texts = new ArrayList<String>();
        for (var cell : cells) {
            texts.add(cell instanceof Double number ? figure(number) : String.valueOf(cell));
        }
        say("| " + String.join(" | ", texts) + " |");
    }

    void transitions(Rounds ours, Rounds sql, List<Double> pgbench) {
        section(
                "Transitions, %d clients".formatted(ours.clients()),
                "peer",
                "per second: median (min–max)",
                "p50 ms",
                "p99 ms",
                "CPU ms per step",
                "WAL kB per case",
                "buffers per step",
                "SQL per step");
        rounds(ours);
        rounds(sql);
        var rate = ours.median(Report::rate);
        say("");
        say("Ours to plain SQL: " + figure(rate / sql.median(Report::rate)) + ".");
        if (pgbench.isEmpty()) {
            say("pgbench is not installed here: no ratio to it.");
        } else {
            var median = pgbench.stream().sorted().toList().get(pgbench.size() / 2);
            say(
                    "Ours to pgbench (%s per second): %s."
                            .formatted(figure(median), figure(rate / median)));
        }
    }

    private void rounds(Rounds peer) {
        row(
                peer.peer(),
                "%s (%s–%s)"
                        .formatted(
                                figure(peer.median(Report::rate)),
                                figure(peer.least(Report::rate)),
                                figure(peer.most(Report::rate))),
                peer.median(round -> round.load().millis(50)),
                peer.median(round -> round.load().millis(99)),
                peer.median(Round::cpuMillisPerStep),
                peer.median(Round::walPerCase) / 1000,
                peer.median(Round::buffersPerStep),
                peer.median(Round::statementsPerStep));
    }

    private static double rate(Round round) {
        return round.load().perSecond();
    }

    void keep(Path file) throws IOException {
        Files.write(file, lines);
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }

    private static String figure(double number) {
        return number >= 100
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }
}
