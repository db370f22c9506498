package org.consilium.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.telling.Telling;

/** One row per person who is told: the inbox entry, and its delivery by mail. */
@ApplicationScoped
public class Notifications {

    private final Ids ids;

    Notifications(Ids ids) {
        this.ids = ids;
    }

    /** Repeatable: who has this one already gets nothing more. */
    public Uni<Void> queue(
            UUID caseId,
            Telling telling,
            UUID eventId,
            Instant happenedAt,
            Collection<UUID> recipients,
            UnitOfWork work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var recipient : recipients) {
            done = done.chain(() -> queue(caseId, telling, eventId, happenedAt, recipient, work));
        }
        return done;
    }

    private Uni<Void> queue(
            UUID caseId,
            Telling telling,
            UUID eventId,
            Instant happenedAt,
            UUID recipient,
            UnitOfWork work) {
        var facts = telling.facts();
        return work.session()
                .createNativeQuery(
                        """
                        with told as (
                            insert into notification (id, case_id, kind, recipient, event_id, message_key, happened_at, due_at, counted)
                            values (:id, :case, :kind, :recipient, :event, :key, :happened,
                                    cast(cast(:due as text) as timestamptz), cast(cast(:count as text) as int))
                            on conflict (message_key) do nothing returning id)
                        insert into delivery (notification_id, channel, state, since, attempts, due_at)
                        select id, :channel, 'QUEUED', :now, 0, :now from told""")
                .setParameter("id", ids.next())
                .setParameter("case", caseId)
                .setParameter("kind", telling.kind().code())
                .setParameter("recipient", recipient)
                .setParameter("event", eventId)
                .setParameter("key", MessageKey.of(caseId, telling.kind(), recipient, eventId))
                .setParameter("happened", happenedAt.atOffset(ZoneOffset.UTC))
                .setParameter("due", facts.due() == null ? null : facts.due().toString())
                .setParameter("count", facts.count() == null ? null : facts.count().toString())
                .setParameter("channel", Channel.MAIL)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }
}
