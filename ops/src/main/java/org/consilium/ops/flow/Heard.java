package org.consilium.ops.flow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One service's log beside what another noted of it, event by event, both read in the order of case
 * and seq and never held whole.
 */
final class Heard {

    private static final int PAGE = 1000;

    private static final String LOGGED =
            "select case_id, seq, event_id from event order by case_id, seq";

    private static final String NOTED =
            "select case_id, seq, event_id from inbox where source = ? order by case_id, seq";

    /** By case, the first event that was not heard. */
    private final Map<UUID, Long> lacking = new TreeMap<>();

    /** By case, the first that was heard and is not in the log, or is another there. */
    private final Map<UUID, Long> beyond = new TreeMap<>();

    private long events;

    /** Where one of the two stands. */
    private record Place(UUID caseId, long seq, UUID eventId) implements Comparable<Place> {

        static Place next(ResultSet rows) throws SQLException {
            return rows.next()
                    ? new Place(
                            rows.getObject(1, UUID.class),
                            rows.getLong(2),
                            rows.getObject(3, UUID.class))
                    : null;
        }

        /** As PostgreSQL orders ids: byte by byte, without a sign. */
        @Override
        public int compareTo(Place other) {
            int byCase = caseId.toString().compareTo(other.caseId.toString());
            return byCase == 0 ? Long.compare(seq, other.seq) : byCase;
        }
    }

    static Heard of(String source, Connection log, Connection inbox) throws SQLException {
        var heard = new Heard();
        log.setAutoCommit(false);
        inbox.setAutoCommit(false);
        try (var logged = log.prepareStatement(LOGGED);
                var noted = inbox.prepareStatement(NOTED)) {
            logged.setFetchSize(PAGE);
            noted.setFetchSize(PAGE);
            noted.setString(1, source);
            heard.compare(logged.executeQuery(), noted.executeQuery());
        }
        log.rollback();
        inbox.rollback();
        return heard;
    }

    private void compare(ResultSet logged, ResultSet noted) throws SQLException {
        var theirs = Place.next(logged);
        var ours = Place.next(noted);
        while (theirs != null || ours != null) {
            int order = ours == null ? -1 : theirs == null ? 1 : theirs.compareTo(ours);
            if (order < 0) {
                lacking.putIfAbsent(theirs.caseId(), theirs.seq());
            } else if (order > 0 || !theirs.eventId().equals(ours.eventId())) {
                beyond.putIfAbsent(ours.caseId(), ours.seq());
            }
            if (order <= 0) {
                events++;
                theirs = Place.next(logged);
            }
            if (order >= 0) {
                ours = Place.next(noted);
            }
        }
    }

    long events() {
        return events;
    }

    Map<UUID, Long> lacking() {
        return lacking;
    }

    Map<UUID, Long> beyond() {
        return beyond;
    }
}
