package org.consilium.kit.probe;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.work.UnitOfWork;

/** Listens to documents, whose log takes each question and answers none ({@link ReviewStandIn}). */
@ApplicationScoped
class SilentSource implements EventConsumer {

    @Override
    public Source source() {
        return Source.DOCUMENTS;
    }

    @Override
    public Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return Uni.createFrom().failure(new IllegalStateException("documents has said something"));
    }
}
