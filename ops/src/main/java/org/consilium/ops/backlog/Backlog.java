package org.consilium.ops.backlog;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Report;
import org.consilium.ops.console.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The first thing to type: what the databases know is told before Kafka is asked. */
@Command(
        name = "backlog",
        mixinStandardHelpOptions = true,
        description =
                "What waits where, and since when; with KAFKA_ADDRESS how far consumers are behind. Wrong is also what"
                        + " waits for its examination or to be sent for more than 15 minutes, and a service that hears nothing.")
public final class Backlog implements Callable<Integer> {

    private static final String COUNTS =
            """
            select (select count(*) from outbox) as unpublished,
                   (select min(e.occurred_at) from outbox join event e using (case_id, seq) where not again) as oldest,
                   (select count(*) from outbox_refused) as refused_cases,
                   (select count(*) from inbox_waiting) as waiting,
                   (select count(*) from inbox_head where parked_since is not null) as parked_cases,
                   (select count(*) from dead_letter where replayed_at is null) as dead_letters,
                   (select count(*) from deadline where due_at < now() - interval '1 minute') as overdue""";

    private static final String WRONG =
            """
            select (select count(*) from outbox join event e using (case_id, seq)
                    where not again and e.occurred_at < now() - cast(? as interval))
                 + (select count(*) from outbox_refused)
                 + (select count(*) from inbox_head where parked_since is not null)
                 + (select count(*) from dead_letter where replayed_at is null)
                 + (select count(*) from deadline where due_at < now() - interval '1 minute')""";

    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private Services services;

    @Option(
            names = "--older-than",
            defaultValue = "PT1M",
            description = "an event that waits longer for Kafka is wrong; default ${DEFAULT-VALUE}")
    private Duration patience;

    Backlog(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        int wrong = services.each(environment, (service, database) -> look(service, database, out));
        out.flush();
        if (environment.optional("KAFKA_ADDRESS").isPresent()) {
            wrong += new Lag(environment).printTo(out);
        }
        return wrong == 0 ? 0 : 1;
    }

    private int look(Source service, Connection database, PrintWriter out) throws SQLException {
        Report.inWords(out).rows(service, database, COUNTS);
        return Report.number(database, WRONG, patience.toString())
                + OwnQueue.of(service).look(service, database, out);
    }
}
