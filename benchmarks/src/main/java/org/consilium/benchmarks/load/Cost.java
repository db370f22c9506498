package org.consilium.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.stack.parts.Databases;

/**
 * What the server and the processes spent so far; two of them and their difference tell of a round.
 *
 * @param walBytes written to PostgreSQL's log
 * @param buffers pages that statements touched, in memory or not; those of the server's own
 *     autovacuum are not among them
 * @param statements sent, beginnings and ends of transactions not counted; those of the relay and
 *     other work in the background are
 * @param cpu of the processes and all they started
 */
public record Cost(long walBytes, long buffers, long statements, Duration cpu) {

    private static final String COUNTERS =
            """
            select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                   (select coalesce(sum(shared_blks_hit + shared_blks_read), 0)::bigint from pg_stat_statements),
                   (select coalesce(sum(calls), 0)::bigint from pg_stat_statements
                    where query !~* '^(begin|commit|rollback)')""";

    /** Makes the server's count of statements readable. */
    public static void count(Databases databases) throws SQLException {
        try (var connection = databases.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    public static Cost soFar(Databases databases, List<ProcessHandle> processes)
            throws SQLException {
        try (var connection = databases.connect("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new Cost(row.getLong(1), row.getLong(2), row.getLong(3), cpu(processes));
        }
    }

    public Cost since(Cost before) {
        return new Cost(
                walBytes - before.walBytes,
                buffers - before.buffers,
                statements - before.statements,
                cpu.minus(before.cpu));
    }

    private static Duration cpu(List<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
