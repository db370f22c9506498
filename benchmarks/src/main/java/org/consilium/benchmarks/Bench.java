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
        var alone = RunningSystem.in(Workspace.directory(directory.resolve("scale")));
        try {
            alone.startParts(_ -> {});
            alone.service(Service.INTAKE).start();
            new Scale(alone, report).measure();
        } finally {
            alone.stop();
        }
        report.keep(Workspace.root().resolve("benchmarks/results.md"));
    }

    /**
     * First what needs all services; then intake alone, as its peers have the machine for
     * themselves. The other way round the others would first have to hear of what it wrote alone,
     * for longer than all the rest takes.
     */
    private static void measure(RunningSystem system, Path directory, Report report)
            throws Exception {
        system.startParts(_ -> {});
        new Starts(system, report).measure();
        new Handled(system, report).measure();
        new Uploads(system, report).measure();
        OTHERS.forEach(service -> system.service(service).stop());
        new Transitions(system, report).measure(directory);
        new Backlog(system, report).measure();
    }
}
