package org.consilium.ops.console;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.contracts.Source;

/** A line for each row: {@code name=value} for people and grep, or JSON. Null is left out. */
public final class Report {

    private final PrintWriter out;
    private final boolean json;

    private Report(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    public static Report inWords(PrintWriter out) {
        return new Report(out, false);
    }

    public static Report inJson(PrintWriter out) {
        return new Report(out, true);
    }

    /** How many rows there were. */
    public int rows(Source service, Connection database, String sql, Object... parameters)
            throws SQLException {
        int count = 0;
        try (var query = prepared(database, sql, parameters);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                print(service, rows);
                count++;
            }
        }
        return count;
    }

    public void line(String line) {
        out.println(line);
    }

    /** The one number that is asked for. */
    public static int number(Connection database, String sql, Object... parameters)
            throws SQLException {
        try (var query = prepared(database, sql, parameters);
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** How many rows it changed. */
    public static int change(Connection database, String sql, Object... parameters)
            throws SQLException {
        try (var statement = prepared(database, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection database, String sql, Object... parameters)
            throws SQLException {
        var statement = database.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private void print(Source service, ResultSet row) throws SQLException {
        var fields = new ArrayList<String>();
        fields.add(field("service", service.code(), false));
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = value(row, i);
            if (value != null) {
                var name = columns.getColumnLabel(i);
                fields.add(field(name, Shown.value(name, value), value instanceof Number));
            }
        }
        out.println(joined(fields));
    }

    private static Object value(ResultSet row, int column) throws SQLException {
        return row.getMetaData().getColumnTypeName(column).equals("timestamptz")
                ? row.getObject(column, OffsetDateTime.class)
                : row.getObject(column);
    }

    /** What is shown has neither quotes nor backslashes. */
    private String field(String name, String value, boolean number) {
        if (json) {
            return number
                    ? "\"%s\":%s".formatted(name, value)
                    : "\"%s\":\"%s\"".formatted(name, value);
        }
        return name + "=" + (value.contains(" ") ? "\"" + value + "\"" : value);
    }

    private String joined(List<String> fields) {
        return json ? "{" + String.join(",", fields) + "}" : String.join(" ", fields);
    }
}
