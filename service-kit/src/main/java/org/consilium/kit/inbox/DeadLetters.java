package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;

/**
 * Messages that could not be applied: kept whole with the reason, their case parked for that source
 * until they are replayed.
 *
 * <p>An event is one letter however often and on whichever way it fails; a later failure renews the
 * reason.
 */
@ApplicationScoped
class DeadLetters {

    private final Ids ids;

    DeadLetters(Ids ids) {
        this.ids = ids;
    }

    Uni<Void> keep(Envelope event, Arrival arrival, String reason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into dead_letter (id, identity, source, case_id, seq, origin, headers, payload, reason, died_at)
                        values (:id, :identity, :source, :case, :seq, :origin, :headers, cast(:payload as bytea), :reason, :at)
                        on conflict (identity) where replayed_at is null
                        do update set reason = excluded.reason, died_at = excluded.died_at""")
                .setParameter("id", ids.next())
                .setParameter("identity", identity(event))
                .setParameter("source", event.source().code())
                .setParameter("case", event.caseId())
                .setParameter("seq", event.seq())
                .setParameter("origin", arrival.origin())
                .setParameter("headers", arrival.headers())
                .setParameter("payload", arrival.payload())
                .setParameter("reason", reason)
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(() -> park(event, work));
    }

    /** Of which no event of ours can be read: its case cannot be told, so none is parked. */
    Uni<Void> keepUnreadable(Arrival arrival, String reason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into dead_letter (id, identity, origin, headers, payload, reason, died_at)
                        values (:id, :identity, :origin, :headers, cast(:payload as bytea), :reason, :at)
                        on conflict do nothing""")
                .setParameter("id", ids.next())
                .setParameter("identity", arrival.identity())
                .setParameter("origin", arrival.origin())
                .setParameter("headers", arrival.headers())
                .setParameter("payload", arrival.payload())
                .setParameter("reason", reason)
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String identity(Envelope event) {
        return "%s/%s/%d/%s"
                .formatted(event.source().code(), event.caseId(), event.seq(), event.id());
    }

    private static Uni<Void> park(Envelope event, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into inbox_head (source, case_id, parked_since) values (:source, :case, :at)
                        on conflict (source, case_id) do update set parked_since = coalesce(inbox_head.parked_since, :at)""")
                .setParameter("source", event.source().code())
                .setParameter("case", event.caseId())
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }
}
