package org.consilium.review.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentPaged;
import org.consilium.contracts.DocumentsEvent.DocumentRearranged;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Which documents there are to cite. */
@ApplicationScoped
class DocumentsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final Cases cases;

    DocumentsConsumer(Inbox inbox, Cases cases) {
        this.inbox = inbox;
        this.cases = cases;
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
        return switch (event) {
            case DocumentAccepted e -> cases.accepted(e, work);
            case DocumentDated e -> cases.dated(e, work);
            case DocumentPaged e -> cases.paged(e.documentId(), e.pages(), work);
            case DocumentRearranged e -> cases.paged(e.documentId(), e.pages(), work);
            case DocumentWithdrawn e -> cases.withdrawn(e, work);
            default -> Uni.createFrom().voidItem();
        };
    }
}
