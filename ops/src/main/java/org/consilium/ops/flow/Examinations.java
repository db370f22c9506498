package org.consilium.ops.flow;

import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Files that were examined in vain. */
@Command(
        name = "examinations",
        mixinStandardHelpOptions = true,
        description = "Files that were examined in vain: stuck, again.",
        subcommands = {Examinations.Stuck.class, Examinations.Again.class})
public final class Examinations {

    /** Which those are. */
    @Command(
            name = "stuck",
            mixinStandardHelpOptions = true,
            description = "Those that were examined in vain, the oldest 100.")
    static final class Stuck implements Callable<Integer> {

        private static final String STUCK =
                """
                select id as document, case_id, trouble, received_at, examinations, examine_at as next from document
                where state = 'received' and trouble is not null order by received_at limit 100""";

        private final Environment environment;

        @Spec private CommandSpec spec;

        Stuck(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws Exception {
            var report = Report.inWords(spec.commandLine().getOut());
            try (var database = environment.database(Source.DOCUMENTS)) {
                return report.rows(Source.DOCUMENTS, database, STUCK) == 0 ? 0 : 1;
            }
        }
    }

    /** What does not pass by itself is otherwise looked at once a day. */
    @Command(
            name = "again",
            mixinStandardHelpOptions = true,
            description = "Lets documents examine those again at once, once the cause is mended.")
    static final class Again implements Callable<Integer> {

        private static final String AGAIN =
                """
                update document set examine_at = now()
                where state = 'received' and trouble is not null and examiner is null and examine_at > now()
                  and (cast(? as text) is null or trouble = ?)""";

        private final Environment environment;

        @Spec private CommandSpec spec;

        @Option(names = "--cause", description = "such as bytes-gone; all when none is named")
        private String cause;

        Again(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws Exception {
            try (var database = environment.database(Source.DOCUMENTS)) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "service=documents again=%d%n",
                                Report.change(database, AGAIN, cause, cause));
                return 0;
            }
        }
    }
}
