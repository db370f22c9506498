package org.consilium.ops.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Computes the hash chain of every case's event log and access log again and names the first row of
 * each that does not follow from the one before it.
 */
@Command(
        name = "chains",
        mixinStandardHelpOptions = true,
        description = "Computes every hash chain again; names the first row that does not follow.")
public final class Chains implements Callable<Integer> {

    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private Services services;

    private long events;
    private long looks;

    Chains(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        int broken =
                services.each(
                        environment,
                        (service, database) -> {
                            var found = new ArrayList<String>();
                            events += check(Log.EVENTS, service, database, found);
                            looks += check(Log.LOOKS, service, database, found);
                            found.forEach(out::println);
                            return found.size();
                        });
        out.printf("%d events and %d looks, %d chains broken%n", events, looks, broken);
        return broken == 0 ? 0 : 1;
    }

    /** One line for each broken chain, with its first broken row; a cut end counts as one. */
    public static List<String> broken(Source service, Connection database) throws SQLException {
        var broken = new ArrayList<String>();
        for (var log : Log.values()) {
            check(log, service, database, broken);
        }
        return broken;
    }

    private static long check(Log log, Source service, Connection database, List<String> broken)
            throws SQLException {
        var name = service.code() + "." + log.table();
        return log.check(
                database,
                (caseId, seq) ->
                        broken.add(
                                "broken: %s case %s from seq %d on".formatted(name, caseId, seq)));
    }
}
