package org.consilium.kit.probe;

import com.fasterxml.jackson.core.JsonParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Writes each event it is handed down. It cannot bear one that considered thirteen reviewers, and
 * for fourteen it needs a stored entry that cannot be read.
 */
@ApplicationScoped
class ProbeConsumer implements EventConsumer {

    static final int UNBEARABLE = 13;
    static final int MEETS_AN_UNREADABLE_ENTRY = 14;

    private final Inbox inbox;

    ProbeConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Source source() {
        return Source.REVIEW;
    }

    @Incoming("review")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.once(record, this);
    }

    @Override
    public Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work) {
        if (event instanceof ReviewerNotFound notFound && notFound.considered() == UNBEARABLE) {
            return Uni.createFrom().failure(new IllegalStateException("thirteen"));
        }
        if (event instanceof ReviewerNotFound notFound
                && notFound.considered() == MEETS_AN_UNREADABLE_ENTRY) {
            var unreadable = new JsonParseException("a stored entry of another shape");
            throw new IllegalStateException("a stored entry cannot be read", unreadable);
        }
        return work.session()
                .createNativeQuery(
                        "insert into probe_effect (event_id, case_id, seq) values (:id, :case, :seq)")
                .setParameter("id", envelope.id())
                .setParameter("case", envelope.caseId())
                .setParameter("seq", envelope.seq())
                .executeUpdate()
                .replaceWithVoid();
    }
}
