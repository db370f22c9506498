package org.consilium.review.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The service's database, looked at with the service's own rights. */
public final class Sql {

    private Sql() {}

    public static long count(String query, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int change(String command, Object... parameters) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(command)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://"
                        + Feed.setting("POSTGRES_ADDRESS")
                        + "/"
                        + Feed.setting("POSTGRES_DATABASE"),
                Feed.setting("POSTGRES_USER"),
                Feed.setting("POSTGRES_PASSWORD"));
    }
}
