package org.consilium.ops.flow;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts events of the log into the outbox again; consumers pass over what they have. */
@Command(
        name = "republish",
        mixinStandardHelpOptions = true,
        description =
                "Queues events of the log for Kafka again: of one case from a seq on, or all since a time.")
public final class Republish implements Callable<Integer> {

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = {"-s", "--service"},
            required = true,
            description = "whose events")
    private Source service;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--from-seq",
            defaultValue = "1",
            description = "with --case; default ${DEFAULT-VALUE}")
    private long fromSeq;

    /** Of one case, or of all. */
    static final class Which {
        @Option(names = "--case", description = "the case's id")
        private UUID caseId;

        @Option(names = "--since", description = "such as 2026-11-21T08:00:00Z")
        private Instant since;
    }

    Republish(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        try (var database = environment.database(service)) {
            var log = new Requeue(database, environment.operator());
            long queued =
                    which.caseId == null
                            ? log.since(which.since)
                            : log.ofOneCase(which.caseId, fromSeq);
            spec.commandLine().getOut().printf("service=%s queued=%d%n", service.code(), queued);
        }
        return 0;
    }
}
