package org.consilium.notification.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;

/** What is to go out, to whom, and whose turn it is. */
@ApplicationScoped
public class WebhookQueue {

    /** Longer than one may take; whoever dies in it has it sent again, under the same id. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    /** For each endpoint that asked for such events, in the transaction in which it was heard. */
    public Uni<Void> hear(Envelope envelope, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into webhook_delivery (id, webhook_id, event_id, event_type, case_id, body, state, since, attempts, due_at)
                        select uuidv7(), id, :event, :type, :case, :body, 'QUEUED', :now, 0, :now
                        from webhook where state = 'ACTIVE' and :type = any(string_to_array(event_types, ','))
                        on conflict (webhook_id, event_id) do nothing""")
                .setParameter("event", envelope.id())
                .setParameter("type", envelope.type())
                .setParameter("case", envelope.caseId())
                .setParameter("body", body(envelope))
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Null when nothing is due. An endpoint that failed is left alone, with all that waits for it.
     */
    Uni<UUID> claimNext(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update webhook_delivery set due_at = :claimed_until, attempts = attempts + 1
                        where id = (
                            select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
                            where d.state = 'QUEUED' and d.due_at <= :now and w.state = 'ACTIVE'
                              and (w.resume_at is null or w.resume_at <= :now)
                            order by d.due_at limit 1 for update of d skip locked)
                        returning id""",
                        UUID.class)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("claimed_until", work.now().plus(CLAIM).atOffset(ZoneOffset.UTC))
                .getSingleResultOrNull();
    }

    /** As Standard Webhooks has it. The data are what stands on the topic: ids, codes, dates. */
    private static String body(Envelope envelope) {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
                .formatted(envelope.type(), envelope.time(), envelope.data());
    }
}
