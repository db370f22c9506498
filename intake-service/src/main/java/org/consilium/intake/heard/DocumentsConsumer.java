package org.consilium.intake.heard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.Source;
import org.consilium.intake.cases.CaseCommand.HearRecordsAssessed;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** From documents: whether the records suffice; all of it for the timeline. */
@ApplicationScoped
class DocumentsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final HeardEvents heard;

    DocumentsConsumer(Inbox inbox, HeardEvents heard) {
        this.inbox = inbox;
        this.heard = heard;
    }

    @Override
    public Source source() {
        return Source.DOCUMENTS;
    }

    @Incoming("documents")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.once(record, this);
    }

    @Override
    public Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return heard.keep(envelope, work).chain(() -> apply(event, envelope, work));
    }

    private Uni<Void> apply(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return event instanceof RecordsAssessed e
                ? heard.tell(
                                new HearRecordsAssessed(e.missingEssential(), e.missingDesirable()),
                                envelope,
                                work)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
