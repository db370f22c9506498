package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;

/**
 * What a service does about one source's events: one bean per source, so that an event asked of its
 * source or replayed takes the same way as one from Kafka.
 */
public interface EventConsumer {

    Source source();

    /**
     * Commits together with the note that the event was handled, or not at all. Called once per
     * event and in the case's order. Events this service does not care for complete with nothing
     * done.
     */
    Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work);
}
