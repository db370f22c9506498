package org.consilium.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/**
 * {@code make bench}: a system of its own on free ports, with its data thrown away before, so that
 * each run begins the same.
 */
public final class Bench {

    /** One turn of one peer. */
    static final Duration TURN = Duration.ofSeconds(Integer.getInteger("seconds", 10));

    /** The parts to measure; empty for all, which alone are kept. */
    private static final Set<String> ONLY = Set.of(System.getProperty("only", "").split(" "));

    private static final Set<Service> OTHERS = EnumSet.complementOf(EnumSet.of(Service.INTAKE));

    private Bench() {}

    /** Takes about twenty minutes on an idle machine of two processors. */
    public static void main(String... arguments) throws Exception {
        var directory = Workspace.root().resolve(".local/bench");
        ChildProcess.run(List.of("rm", "-rf", directory.toString()));
        Workspace.directory(directory);
        var system = RunningSystem.in(directory);
        var report = new Report();
        try {
            measure(system, directory, report);
        } finally {
            system.stop();
        }
        if (isWanted("scale")) {
            scale(RunningSystem.in(Workspace.directory(directory.resolve("scale"))), report);
        }
        if (ONLY.contains("")) {
            report.keep(Workspace.root().resolve("benchmarks/results.md"));
        }
    }

    private static boolean isWanted(String part) {
        return ONLY.contains("") || ONLY.contains(part);
    }

    private static void scale(RunningSystem alone, Report report) throws Exception {
        try {
            alone.startParts(_ -> {});
            alone.service(Service.INTAKE).start();
            new Scale(alone, report).measure();
        } finally {
            alone.stop();
        }
    }

    /**
     * First what needs all services; then intake alone, as its peers have the machine for
     * themselves. The other way round the others would first have to hear of what it wrote alone,
     * for longer than all the rest takes.
     */
    private static void measure(RunningSystem system, Path directory, Report report)
            throws Exception {
        system.startParts(_ -> {});
        if (isWanted("starts")) {
            new Starts(system, report).measure();
        }
        for (var service : Service.values()) {
            system.service(service).start();
        }
        if (isWanted("handled")) {
            new Handled(system, report).measure();
        }
        if (isWanted("uploads")) {
            new Uploads(system, report).measure();
        }
        OTHERS.forEach(service -> system.service(service).stop());
        if (isWanted("transitions")) {
            new Transitions(system, report).measure(directory);
        }
        if (isWanted("backlog")) {
            new Backlog(system, report).measure();
        }
    }
}
