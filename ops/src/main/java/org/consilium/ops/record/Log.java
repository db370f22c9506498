package org.consilium.ops.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.BiConsumer;

/** One of the two logs that are chained by hashes, read a page of cases at a time. */
enum Log {
    EVENTS("event", "event_head", "first_broken_link"),
    LOOKS("access_log", "access_head", "first_broken_access");

    private static final int CASES = 500;

    private final String table;
    private final String page;

    Log(String table, String ends, String check) {
        this.table = table;
        this.page = page(table, ends, check);
    }

    String table() {
        return table;
    }

    /**
     * Page by page, each a statement of its own: none holds up a migration for long.
     *
     * @param broken is told the case and its first broken seq
     * @return how many entries were looked at
     */
    long check(Connection database, BiConsumer<UUID, Long> broken) throws SQLException {
        var last = new UUID(0, 0);
        long entries = 0;
        for (int cases = CASES; cases == CASES; ) {
            cases = 0;
            try (var query = database.prepareStatement(page)) {
                query.setObject(1, last);
                query.setInt(2, CASES);
                query.setObject(3, last);
                query.setInt(4, CASES);
                query.setInt(5, CASES);
                var row = query.executeQuery();
                while (row.next()) {
                    cases++;
                    last = row.getObject(1, UUID.class);
                    entries += row.getLong(2);
                    var seq = row.getObject(3, Long.class);
                    if (seq != null) {
                        broken.accept(last, seq);
                    }
                }
            }
        }
        return entries;
    }

    /** A case without entries, or without its end, is looked at as well. */
    private static String page(String table, String ends, String check) {
        return """
        with cases as (
            (select case_id from %2$s where case_id > ? order by case_id limit ?)
            union (select distinct case_id from %1$s where case_id > ? order by case_id limit ?)
            order by case_id limit ?)
        select c.case_id, (select count(*) from %1$s e where e.case_id = c.case_id) as entries,
               case when broken is not null or coalesce(e.hash, ''::bytea) is distinct from h.last_hash
                    then coalesce(broken, h.last_seq, 1) end as first_broken
        from cases c cross join lateral %3$s(c.case_id) as broken
                     left join %2$s h using (case_id)
                     left join %1$s e on e.case_id = c.case_id and e.seq = h.last_seq
        order by c.case_id"""
                .formatted(table, ends, check);
    }
}
