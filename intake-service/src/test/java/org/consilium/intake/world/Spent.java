package org.consilium.intake.world;

import java.sql.SQLException;
import org.consilium.stack.BackingParts;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the service's database did so far, as PostgreSQL counts it: statements of the tests' own and
 * of work in the background are in it.
 *
 * @param walBytes written to the log
 * @param buffers pages touched, in memory or not
 */
public record Spent(long walBytes, long buffers) {

    private static final String COUNTERS =
            """
            select coalesce(sum(wal_bytes), 0)::bigint,
                   coalesce(sum(shared_blks_hit + shared_blks_read), 0)::bigint
            from pg_stat_statements join pg_database d on d.oid = dbid where d.datname = ?""";

    public static Spent soFar() {
        var database = ConfigProvider.getConfig().getValue("POSTGRES_DATABASE", String.class);
        try (var connection = BackingParts.addresses().postgres().connect("postgres");
                var count = connection.createStatement();
                var counters = connection.prepareStatement(COUNTERS)) {
            count.execute("create extension if not exists pg_stat_statements");
            counters.setString(1, database);
            var row = counters.executeQuery();
            row.next();
            return new Spent(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Spent since(Spent before) {
        return new Spent(walBytes - before.walBytes, buffers - before.buffers);
    }
}
