package org.consilium.ops.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Report;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts events of the log into the outbox again; consumers pass over what they have. */
@Command(
        name = "republish",
        mixinStandardHelpOptions = true,
        description =
                "Queues events of the log for Kafka again: of one case from a seq on, or all since a time.")
public final class Republish implements Callable<Integer> {

    private static final int PAGE = 1000;

    private static final String NOTE =
            """
            insert into republication (id, since, case_id, from_seq, asked_by, asked_at)
            values (gen_random_uuid(), ?, ?, ?, ?, now())""";

    private static final String OF_ONE_CASE =
            """
            insert into outbox (case_id, seq)
            select e.case_id, e.seq from event e
            where e.case_id = ? and e.seq >= ?
              and not exists (select 1 from outbox o where o.case_id = e.case_id and o.seq = e.seq)
            order by e.seq""";

    private static final String NEXT_PAGE =
            """
            with page as (
                select case_id, seq from event
                where occurred_at >= ? and (case_id, seq) > (?, ?) order by case_id, seq limit ?),
            queued as (
                insert into outbox (case_id, seq)
                select p.case_id, p.seq from page p
                where not exists (select 1 from outbox o where o.case_id = p.case_id and o.seq = p.seq)
                order by p.case_id, p.seq returning 1)
            select case_id, seq, (select count(*) from queued) from page order by case_id desc, seq desc limit 1""";

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = {"-s", "--service"},
            required = true,
            description = "whose events")
    private Source service;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--from-seq",
            defaultValue = "1",
            description = "with --case; default ${DEFAULT-VALUE}")
    private long fromSeq;

    /** Of one case, or of all. */
    static final class Which {
        @Option(names = "--case", description = "the case's id")
        private UUID caseId;

        @Option(names = "--since", description = "such as 2026-11-21T08:00:00Z")
        private Instant since;
    }

    Republish(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        try (var database = environment.database(service)) {
            database.setAutoCommit(false);
            long queued = which.caseId == null ? all(database) : ofOneCase(database);
            database.createStatement().execute("select pg_notify('outbox', '')");
            database.commit();
            spec.commandLine().getOut().printf("service=%s queued=%d%n", service.code(), queued);
        }
        return 0;
    }

    private long ofOneCase(Connection database) throws SQLException {
        note(database, null, which.caseId, fromSeq);
        return Report.change(database, OF_ONE_CASE, which.caseId, fromSeq);
    }

    /** Page by page, so that no command waits for it. */
    private long all(Connection database) throws SQLException {
        var since = which.since.atOffset(ZoneOffset.UTC);
        note(database, since, null, null);
        var lastCase = new UUID(0, 0);
        long lastSeq = 0;
        long queued = 0;
        while (true) {
            try (var page = database.prepareStatement(NEXT_PAGE)) {
                page.setObject(1, since);
                page.setObject(2, lastCase);
                page.setLong(3, lastSeq);
                page.setInt(4, PAGE);
                var last = page.executeQuery();
                if (!last.next()) {
                    return queued;
                }
                lastCase = last.getObject(1, UUID.class);
                lastSeq = last.getLong(2);
                queued += last.getLong(3);
            }
            database.commit();
        }
    }

    private void note(Connection database, OffsetDateTime since, UUID caseId, Long seq)
            throws SQLException {
        try (var note = database.prepareStatement(NOTE)) {
            note.setObject(1, since);
            note.setObject(2, caseId);
            note.setObject(3, seq);
            note.setString(4, environment.operator());
            note.executeUpdate();
        }
    }
}
