package org.consilium.documents;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A look into the service's own database. */
public final class Database {

    private Database() {}

    /** The one number that the query answers. */
    public static long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** The one value that the query answers, as text. */
    public static String text(String sql, Object... parameters) {
        try (var connection = CDI.current().select(DataSource.class).get().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void change(String sql, Object... parameters) {
        text("with changed as (" + sql + " returning 1) select count(*) from changed", parameters);
    }
}
