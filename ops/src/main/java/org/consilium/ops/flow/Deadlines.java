package org.consilium.ops.flow;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Listing;
import org.consilium.ops.console.Report;
import org.consilium.ops.console.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deadlines that should have fired, and did not. */
@Command(
        name = "deadlines",
        mixinStandardHelpOptions = true,
        description = "Deadlines that should have fired: overdue, redrive.",
        subcommands = {Deadlines.Overdue.class, Deadlines.Redrive.class})
public final class Deadlines {

    /** Which those are. */
    @Command(
            name = "overdue",
            mixinStandardHelpOptions = true,
            description =
                    "Those that should have fired a minute ago, the oldest 100 of each service.")
    static final class Overdue implements Callable<Integer> {

        private static final String OVERDUE =
                """
                select kind, case_id, ref, due_at, attempts, try_at from deadline
                where due_at < now() - interval '1 minute' order by due_at limit 100""";

        @Mixin private Listing listing;

        @Override
        public Integer call() {
            return listing.of(OVERDUE);
        }
    }

    /** Lets the services try at once what they would try up to an hour later. */
    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description =
                    "Lets the services try those again at once that failed, once the cause is mended.")
    static final class Redrive implements Callable<Integer> {

        private static final String REDRIVE =
                """
                update deadline set try_at = now(), attempts = 0
                where due_at < now() and try_at > now()
                  and (cast(? as uuid) is null or case_id = ?) and (cast(? as text) is null or kind = ?)""";

        private final Environment environment;

        @Spec private CommandSpec spec;
        @Mixin private Services services;

        @Option(names = "--case", description = "of this case only")
        private UUID caseId;

        @Option(names = "--kind", description = "of this kind only")
        private String kind;

        Redrive(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws Exception {
            var out = spec.commandLine().getOut();
            services.each(
                    environment,
                    (service, database) -> {
                        var redriven = Report.change(database, REDRIVE, caseId, caseId, kind, kind);
                        out.printf("service=%s redriven=%d%n", service.code(), redriven);
                        return 0;
                    });
            return 0;
        }
    }
}
