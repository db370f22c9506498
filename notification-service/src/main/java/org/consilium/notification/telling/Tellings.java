package org.consilium.notification.telling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** What is to be told and not yet spread to persons. */
@ApplicationScoped
public class Tellings {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    public Uni<Void> write(Told told, UnitOfWork work) {
        var telling = told.telling();
        return work.session()
                .createNativeQuery(
                        """
                        insert into telling (event_id, kind, audience, case_id, happened_at, due_at, counted, try_at, traceparent)
                        values (:event, :kind, :audience, :case, :happened,
                                cast(cast(:due as text) as timestamptz), cast(cast(:count as text) as int), :now, cast(:trace as text))
                        on conflict do nothing""")
                .setParameter("event", told.eventId())
                .setParameter("kind", telling.kind().code())
                .setParameter("audience", telling.audience().toString())
                .setParameter("case", told.caseId())
                .setParameter("happened", utc(told.happenedAt()))
                .setParameter("due", textOf(telling.facts().due()))
                .setParameter("count", textOf(telling.facts().count()))
                .setParameter("now", utc(work.now()))
                .setParameter("trace", work.traceparent().orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * The next one that is due, claimed; null when none is. It comes again after a pause that
     * grows, unless it is {@link #done}. One whose case is not known here yet is not due.
     */
    public Uni<Told> claimNext(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update telling set attempts = attempts + 1,
                               try_at = cast(:now as timestamptz) + least(cast(cast(:longest as text) as interval),
                                                     cast(cast(:first as text) as interval) * power(2, least(attempts, 10)))
                        where (event_id, kind, audience) = (
                            select t.event_id, t.kind, t.audience from telling t join known_case using (case_id)
                            where t.try_at <= :now and t.kind in (:known) order by t.try_at limit 1 for update of t skip locked)
                        returning event_id, kind, audience, case_id, happened_at, due_at, counted""",
                        Object[].class)
                .setParameter("now", utc(work.now()))
                .setParameter("known", Kind.codes())
                .setParameter("first", FIRST_PAUSE.toString())
                .setParameter("longest", LONGEST_PAUSE.toString())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : told(row));
    }

    public Uni<Void> done(Told told, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "delete from telling where event_id = :event and kind = :kind and audience = :audience")
                .setParameter("event", told.eventId())
                .setParameter("kind", told.telling().kind().code())
                .setParameter("audience", told.telling().audience().toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Told told(Object[] row) {
        return new Told(
                (UUID) row[3],
                (UUID) row[0],
                instant(row[4]),
                new Telling(
                        Kind.ofCode((String) row[1]),
                        Audience.parse((String) row[2]),
                        new Facts(instant(row[5]), (Integer) row[6])));
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    private static String textOf(Object value) {
        return value == null ? null : value.toString();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
