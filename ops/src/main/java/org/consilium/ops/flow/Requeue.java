package org.consilium.ops.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.ops.console.Report;

/** Puts events of a service's log into its outbox again, and notes who asked for it. */
final class Requeue {

    private static final int PAGE = 1000;

    private static final String NOTE =
            """
            insert into republication (id, since, case_id, from_seq, asked_by, asked_at)
            values (gen_random_uuid(), ?, ?, ?, ?, now())""";

    private static final String OF_ONE_CASE =
            """
            insert into outbox (case_id, seq, again)
            select e.case_id, e.seq, true from event e
            where e.case_id = ? and e.seq >= ?
              and not exists (select 1 from outbox o where o.case_id = e.case_id and o.seq = e.seq)
            order by e.seq""";

    private static final String NEXT_PAGE =
            """
            with page as (
                select case_id, seq from event
                where occurred_at >= ? and (case_id, seq) > (?, ?) order by case_id, seq limit ?),
            queued as (
                insert into outbox (case_id, seq, again)
                select p.case_id, p.seq, true from page p
                where not exists (select 1 from outbox o where o.case_id = p.case_id and o.seq = p.seq)
                order by p.case_id, p.seq returning 1)
            select case_id, seq, (select count(*) from queued) from page order by case_id desc, seq desc limit 1""";

    private final Connection database;
    private final String operator;

    Requeue(Connection database, String operator) throws SQLException {
        this.database = database;
        this.operator = operator;
        database.setAutoCommit(false);
    }

    /** How many were queued. */
    long ofOneCase(UUID caseId, long fromSeq) throws SQLException {
        note(null, caseId, fromSeq);
        long queued = Report.change(database, OF_ONE_CASE, caseId, fromSeq);
        wake();
        return queued;
    }

    /** Page by page, so that no command waits for it. */
    long since(Instant time) throws SQLException {
        var since = time.atOffset(ZoneOffset.UTC);
        note(since, null, null);
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
                    wake();
                    return queued;
                }
                lastCase = last.getObject(1, UUID.class);
                lastSeq = last.getLong(2);
                queued += last.getLong(3);
            }
            database.commit();
        }
    }

    private void wake() throws SQLException {
        try (var notify = database.createStatement()) {
            notify.execute("select pg_notify('outbox', '')");
        }
        database.commit();
    }

    private void note(OffsetDateTime since, UUID caseId, Long seq) throws SQLException {
        try (var note = database.prepareStatement(NOTE)) {
            note.setObject(1, since);
            note.setObject(2, caseId);
            note.setObject(3, seq);
            note.setString(4, operator);
            note.executeUpdate();
        }
    }
}
