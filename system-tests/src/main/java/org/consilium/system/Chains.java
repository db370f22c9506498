package org.consilium.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.stack.parts.Databases;

/**
 * {@code make chains}: computes the hash chain of every case's event log and access log again, in
 * every service's database, and names the first row of each that does not follow from the one
 * before it.
 */
public final class Chains {

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

    private Chains() {}

    /** Needs the system of {@code make up}; exit code 1 when a chain is broken. */
    public static void main(String... arguments) {
        var databases = RunningSystem.kept().parts().postgres().databases();
        var broken = broken(databases);
        broken.forEach(System.out::println);
        System.out.printf(
                "%d events and %d looks in 4 databases, %d chains broken%n",
                rows(databases, "event"), rows(databases, "access_log"), broken.size());
        if (!broken.isEmpty()) {
            System.exit(1);
        }
    }

    /** One line for each broken chain, with its first broken row; a cut end counts as one. */
    public static List<String> broken(Databases databases) {
        var broken = new ArrayList<String>();
        for (var service : Service.values()) {
            try (var database = databases.connect(service.code())) {
                broken.addAll(broken(database, service.code() + ".event", EVENTS));
                broken.addAll(broken(database, service.code() + ".access_log", ACCESSES));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
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

    private static long rows(Databases databases, String table) {
        long all = 0;
        for (var service : Service.values()) {
            try (var database = databases.connect(service.code());
                    var statement = database.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                all += row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}
