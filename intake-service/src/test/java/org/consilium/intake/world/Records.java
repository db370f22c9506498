package org.consilium.intake.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What stands in the service's database, read as the service's own user. */
public final class Records {

    private Records() {}

    /** One event of the log. */
    public record Written(String type, String data) {}

    public static List<Written> events(String caseId) {
        return read(
                "select type, data from event where case_id = ?::uuid order by seq",
                row -> new Written(row.getString(1), row.getString(2)),
                caseId);
    }

    public static List<String> eventTypes(String caseId) {
        return events(caseId).stream().map(Written::type).toList();
    }

    public static long count(String sql, Object... parameters) {
        return read(sql, row -> row.getLong(1), parameters).getFirst();
    }

    public static List<String> strings(String sql, Object... parameters) {
        return read(sql, row -> row.getString(1), parameters);
    }

    public static void change(String sql, Object... parameters) {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(String sql, Reading<T> reading, Object... parameters) {
        try (var connection = connection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<T>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://"
                        + setting("POSTGRES_ADDRESS")
                        + "/"
                        + setting("POSTGRES_DATABASE"),
                setting("POSTGRES_USER"),
                setting("POSTGRES_PASSWORD"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
