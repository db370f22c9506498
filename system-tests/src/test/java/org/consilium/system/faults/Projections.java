package org.consilium.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/**
 * Everything a service's database holds, as one sum per table: what it knows of the others, whom it
 * told, what waits.
 */
final class Projections {

    /** What carries events, and what expires by itself. */
    private static final Set<String> IN_PASSING =
            Set.of("outbox", "inbox_waiting", "republication", "idempotency");

    private static final String TABLES =
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' order by 1""";

    private Projections() {}

    static SortedMap<String, String> of(RunningSystem system, List<Service> services) {
        var sums = new TreeMap<String, String>();
        for (var service : services) {
            try (var database = system.parts().postgres().databases().connect(service.code())) {
                for (var table : strings(database, TABLES)) {
                    if (!IN_PASSING.contains(table)) {
                        sums.put(service.code() + "." + table, sum(database, table));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return sums;
    }

    private static String sum(Connection database, String table) throws SQLException {
        return strings(
                        database,
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from \"%s\" t"
                                .formatted(table))
                .getFirst();
    }

    private static List<String> strings(Connection database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
