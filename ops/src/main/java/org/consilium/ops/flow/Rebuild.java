package org.consilium.ops.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * After the loss of everything Kafka had: each service's whole log is published again, each case in
 * its order. Consumers pass over what they have, so nothing happens twice.
 */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Publishes every service's whole log again, for when Kafka lost its data, and waits until it is out.")
public final class Rebuild implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String UNPUBLISHED =
            "select count(*) from outbox o where not exists (select 1 from outbox_refused r where r.case_id = o.case_id)";

    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private Services services;

    @Option(
            names = "--wait",
            defaultValue = "PT15M",
            description = "for how long it is waited for; default ${DEFAULT-VALUE}")
    private Duration patience;

    Rebuild(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        services.each(environment, this::queue);
        return services.each(environment, this::await) == 0 ? 0 : 1;
    }

    private int queue(Source service, Connection database) throws SQLException {
        long queued = new Requeue(database, environment.operator()).since(Instant.EPOCH);
        spec.commandLine().getOut().printf("service=%s queued=%d%n", service.code(), queued);
        return 0;
    }

    private int await(Source service, Connection database) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        long left = unpublished(database);
        while (left > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            left = unpublished(database);
        }
        spec.commandLine().getOut().printf("service=%s unpublished=%d%n", service.code(), left);
        return left == 0 ? 0 : 1;
    }

    private static long unpublished(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(UNPUBLISHED)) {
            row.next();
            return row.getLong(1);
        }
    }
}
