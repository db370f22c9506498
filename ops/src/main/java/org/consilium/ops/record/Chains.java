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

    private static final String EVENTS =
            """
            with cases as (select case_id from event union select case_id from event_head)
            select c.case_id, coalesce(first_broken_link(c.case_id), h.last_seq, 1) as seq
            from cases c left join event_head h using (case_id)
                         left join event e on e.case_id = c.case_id and e.seq = h.last_seq
            where first_broken_link(c.case_id) is not null or coalesce(e.hash, ''::bytea) is distinct from h.last_hash
            order by c.case_id""";

    private static final String ACCESSES =
            """
            with cases as (select case_id from access_log union select case_id from access_head)
            select c.case_id, coalesce(first_broken_access(c.case_id), h.last_seq, 1) as seq
            from cases c left join access_head h using (case_id)
                         left join access_log e on e.case_id = c.case_id and e.seq = h.last_seq
            where first_broken_access(c.case_id) is not null or coalesce(e.hash, ''::bytea) is distinct from h.last_hash
            order by c.case_id""";

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
                            var found = broken(service, database);
                            found.forEach(out::println);
                            events += rows(database, "event");
                            looks += rows(database, "access_log");
                            return found.size();
                        });
        out.printf("%d events and %d looks, %d chains broken%n", events, looks, broken);
        return broken == 0 ? 0 : 1;
    }

    /** One line for each broken chain, with its first broken row; a cut end counts as one. */
    public static List<String> broken(Source service, Connection database) throws SQLException {
        var broken = new ArrayList<String>();
        broken.addAll(broken(database, service.code() + ".event", EVENTS));
        broken.addAll(broken(database, service.code() + ".access_log", ACCESSES));
        return broken;
    }

    private static List<String> broken(Connection database, String table, String sql)
            throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(
                        "broken: %s case %s from seq %d on"
                                .formatted(table, rows.getString(1), rows.getLong(2)));
            }
        }
        return found;
    }

    private static long rows(Connection database, String table) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
