package org.consilium.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;
import org.consilium.benchmarks.load.Client;
import org.consilium.benchmarks.load.ClosedLoop;

/**
 * The same rows by hand: the case's row under its lock, its history, the outbox, the answer for a
 * repeated request; one transaction a step, over a JDBC pool. No HTTP, no token, no rule.
 */
final class CaseInSql implements Client {

    static final String TABLES =
            """
            create table bench_case (id uuid primary key, state text not null, version int not null, content text not null);
            create table bench_event (case_id uuid, seq int, id uuid not null unique, type text not null, data text not null,
                                      at timestamptz not null, prev_hash bytea not null, hash bytea not null, primary key (case_id, seq));
            create table bench_outbox (position bigint generated always as identity primary key, case_id uuid not null, seq int not null);
            create table bench_answer (caller uuid, key text, request_hash text not null, status int not null, body text,
                                       at timestamptz not null, primary key (caller, key))""";

    /** About as long as what one case holds in words. */
    private static final String CONTENT = "x".repeat(1_500);

    private static final String DATA = "x".repeat(250);
    private static final UUID CALLER = new UUID(0, 1);

    private final DataSource pool;

    CaseInSql(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void oneCase(Histogram latencies) throws Exception {
        var id = UUID.randomUUID();
        for (int step = 1; step <= STEPS; step++) {
            int seq = step;
            ClosedLoop.timed(latencies, () -> step(id, seq));
        }
    }

    private void step(UUID id, int seq) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            if (seq == 1) {
                run(connection, "insert into bench_case values (?, 'draft', 1, ?)", id, CONTENT);
            } else {
                lock(connection, id);
                run(
                        connection,
                        "update bench_case set state = ?, version = version + 1, content = ? where id = ?",
                        "state-" + seq,
                        CONTENT,
                        id);
            }
            run(
                    connection,
                    "insert into bench_event values (?, ?, ?, 'bench.step.v1', ?, now(), sha256('a'), sha256('b'))",
                    id,
                    seq,
                    UUID.randomUUID(),
                    DATA);
            run(connection, "insert into bench_outbox (case_id, seq) values (?, ?)", id, seq);
            run(
                    connection,
                    "insert into bench_answer values (?, ?, ?, 200, ?, now())",
                    CALLER,
                    UUID.randomUUID().toString(),
                    "h".repeat(64),
                    DATA);
            connection.commit();
        }
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement("select * from bench_case where id = ? for update")) {
            select.setObject(1, id);
            select.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
