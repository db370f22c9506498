package org.consilium.notification.hearing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ReviewConsumer implements EventConsumer {

    private final Inbox inbox;
    private final Hearing hearing;

    ReviewConsumer(Inbox inbox, Hearing hearing) {
        this.inbox = inbox;
        this.hearing = hearing;
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
        return hearing.hear(event, envelope, work);
    }
}
