package org.consilium.kit.probe;

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

/** Writes each event it is handed down, and cannot bear one that considered thirteen reviewers. */
@ApplicationScoped
class ProbeConsumer implements EventConsumer {

    static final int UNBEARABLE = 13;

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
