package org.consilium.ops.flow;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;
import org.consilium.ops.console.Listing;
import org.consilium.ops.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cases that stand still because Kafka refuses their next event for good. */
@Command(
        name = "refused",
        mixinStandardHelpOptions = true,
        description = "Cases whose next event Kafka refuses for good: list, release.",
        subcommands = {Refused.Listed.class, Refused.Release.class})
public final class Refused {

    /** Those that stand still. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Those that stand still, the oldest 100 of each service.")
    static final class Listed implements Callable<Integer> {

        private static final String STANDING =
                """
                select r.case_id, r.seq, e.type, r.refused_at, r.reason,
                       (select count(*) from outbox o where o.case_id = r.case_id) as unpublished
                from outbox_refused r left join event e using (case_id, seq) order by r.refused_at limit 100""";

        @Mixin private Listing listing;

        @Override
        public Integer call() {
            return listing.of(STANDING);
        }
    }

    /** The relay tries at once; refused again, the case stands still again. */
    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Lets the events of a case go out in order, once the cause is mended.")
    static final class Release implements Callable<Integer> {

        /** Noted as what it is: a publication of this case from that event on. */
        private static final String RELEASE =
                """
                with released as (delete from outbox_refused where case_id = ? returning case_id, seq)
                insert into republication (id, case_id, from_seq, asked_by, asked_at)
                select gen_random_uuid(), case_id, seq, ?, now() from released""";

        private final Environment environment;

        @Spec private CommandSpec spec;

        @Option(
                names = {"-s", "--service"},
                required = true,
                description = "whose events")
        private Source service;

        @Option(names = "--case", required = true, description = "from `refused list`")
        private UUID caseId;

        Release(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws Exception {
            try (var database = environment.database(service)) {
                if (Report.change(database, RELEASE, caseId, environment.operator()) == 0) {
                    throw new Impossible(service.code() + " has nothing refused of case " + caseId);
                }
                database.createStatement().execute("select pg_notify('outbox', '')");
            }
            spec.commandLine().getOut().println("released; `refused list` says whether it went");
            return 0;
        }
    }
}
