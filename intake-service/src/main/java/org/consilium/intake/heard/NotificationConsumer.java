package org.consilium.intake.heard;

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

/** From notification: which messages went out, for the timeline alone. */
@ApplicationScoped
class NotificationConsumer implements EventConsumer {

    private final Inbox inbox;
    private final HeardEvents heard;

    NotificationConsumer(Inbox inbox, HeardEvents heard) {
        this.inbox = inbox;
        this.heard = heard;
    }

    @Override
    public Source source() {
        return Source.NOTIFICATION;
    }

    @Incoming("notification")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.once(record, this);
    }

    @Override
    public Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return heard.keep(envelope, work);
    }
}
