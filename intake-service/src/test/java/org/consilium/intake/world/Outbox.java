package org.consilium.intake.world;

import java.sql.Connection;
import java.sql.SQLException;
import org.consilium.stack.BackingParts;
import org.eclipse.microprofile.config.ConfigProvider;

/** What waits for Kafka, as after an outage. */
public final class Outbox {

    private Outbox() {}

    /** What the log has, as often as it takes; the relay is woken as a writer wakes it. */
    public static void pileUp(int events) {
        try (var connection = connection();
                var pile =
                        connection.prepareStatement(
                                """
                                insert into outbox (case_id, seq)
                                select case_id, seq from event cross join generate_series(1, ?) limit ?""")) {
            connection.setAutoCommit(false);
            pile.setInt(1, events);
            pile.setInt(2, events);
            pile.executeUpdate();
            connection.createStatement().execute("notify outbox");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean isEmpty() {
        try (var connection = connection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery("select not exists (select from outbox)")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As autovacuum would within a minute: until then each turn passes over what has left. */
    public static void vacuum() {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum outbox");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        var database = ConfigProvider.getConfig().getValue("POSTGRES_DATABASE", String.class);
        return BackingParts.addresses().postgres().connect(database);
    }
}
