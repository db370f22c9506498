package org.consilium.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.stack.parts.Databases;

/**
 * Fills intake's database with copies of the cases that stand there: every row of theirs in every
 * table that names a case, under other ids. Nothing is announced and nothing falls due.
 */
final class StoredCases {

    /** Deadlines would fire, and what is queued would be sent. */
    private static final String TABLES =
            """
            select c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE'
              and c.table_name not in ('outbox', 'outbox_refused', 'deadline', 'dead_letter', 'screening')""";

    private static final String COLUMNS =
            """
            select column_name from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
            order by ordinal_position""";

    private final Databases databases;

    StoredCases(Databases databases) {
        this.databases = databases;
    }

    /** Adds copies until so many cases stand there. */
    void fillUpTo(int cases) throws SQLException {
        try (var connection = databases.connect("intake")) {
            execute(connection, "drop table if exists copies");
            execute(connection, copies(cases - stored(connection)));
            for (var table : names(connection, TABLES)) {
                execute(connection, copy(connection, table));
            }
            execute(connection, "vacuum analyze");
            execute(connection, "checkpoint");
        }
    }

    /**
     * Each copy has its time, so that their ids lie among one another as those of real cases do.
     */
    private static String copies(int number) {
        return """
               create temporary table copies as
               select source, uuidv7(make_interval(secs => -n)) target
               from (select n, (array(select case_id from intake_case order by case_id))
                               [1 + n %% (select count(*) from intake_case)] source
                     from generate_series(1, %d) n) copy"""
                .formatted(number);
    }

    private static String copy(Connection connection, String table) throws SQLException {
        var columns = names(connection, COLUMNS, table);
        var values =
                columns.stream()
                        .map(
                                column ->
                                        switch (column) {
                                            case "case_id" -> "copies.target";
                                            case "event_id" -> "gen_random_uuid()";
                                            case "key" -> "gen_random_uuid()::text";
                                            case "reference" -> "'B-' || copies.target";
                                            default -> "t." + column;
                                        })
                        .toList();
        return "insert into %s (%s) select %s from %s t join copies on t.case_id = copies.source"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table);
    }

    private static int stored(Connection connection) throws SQLException {
        try (var row =
                connection.createStatement().executeQuery("select count(*) from intake_case")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> names(Connection connection, String sql, String... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            var names = new ArrayList<String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
