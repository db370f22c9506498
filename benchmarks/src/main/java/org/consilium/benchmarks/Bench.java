package org.consilium.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private Bench() {}

    /** Takes about a quarter of an hour on an idle machine of two processors. */
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
        report.keep(Workspace.root().resolve("benchmarks/results.md"));
    }

    /** Intake first alone: its peers have the machine for themselves, too. */
    private static void measure(RunningSystem system, Path directory, Report report)
            throws Exception {
        system.startParts(_ -> {});
        system.service(Service.INTAKE).start();
        new Transitions(system, report).measure(directory);
        new Backlog(system, report).measure();
        new Starts(system, report).measure();
        new Handled(system, report).measure();
        new Uploads(system, report).measure();
        new Scale(system, report).measure();
    }
}
