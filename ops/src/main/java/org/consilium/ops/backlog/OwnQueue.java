package org.consilium.ops.backlog;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Report;

/**
 * What only one service has waiting: files before their examination, messages before they are sent.
 * A message that is kept for its reader's morning or digest does not wait yet.
 */
record OwnQueue(String shown, String wrong) {

    private static final OwnQueue NONE = new OwnQueue("select 1 where false", "select 0");

    /** What the alerts ScanQueueStands and MailsStand call long. */
    private static final String LONG = "now() - interval '15 minutes'";

    private static final Map<Source, OwnQueue> OF =
            Map.of(
                    Source.DOCUMENTS,
                    new OwnQueue(
                            """
                            select count(*) as files_to_examine, min(received_at) as since, trouble
                            from document where state = 'received' group by trouble order by trouble nulls first""",
                            "select count(*) from document where state = 'received' and received_at < "
                                    + LONG),
                    Source.NOTIFICATION,
                    new OwnQueue(
                            """
                            select channel, count(*) filter (where is_due) as messages_due, min(since) filter (where is_due) as since,
                                   max(attempts) filter (where is_due) as most_attempts,
                                   count(*) filter (where state = 'UNCERTAIN') as uncertain,
                                   count(*) filter (where state = 'FAILED' and ended_at > now() - interval '1 hour') as given_up_this_hour
                            from delivery, lateral (select state in ('QUEUED', 'SENDING') and since <= now() as is_due) as due
                            where state in ('QUEUED', 'SENDING') or state in ('FAILED', 'UNCERTAIN')
                            group by channel order by channel""",
                            "select count(*) from delivery where state in ('QUEUED', 'SENDING') and since < "
                                    + LONG));

    static OwnQueue of(Source service) {
        return OF.getOrDefault(service, NONE);
    }

    /** Prints it, and tells how much of it waits too long. */
    int look(Source service, Connection database, PrintWriter out) throws SQLException {
        Report.inWords(out).rows(service, database, shown);
        return Report.number(database, wrong);
    }
}
