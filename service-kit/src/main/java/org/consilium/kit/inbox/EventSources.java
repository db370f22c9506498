package org.consilium.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.eclipse.microprofile.config.Config;

/** The services whose events are heard here: their logs, and what is done about them. */
@ApplicationScoped
class EventSources {

    private final List<EventConsumer> consumers;
    private final Config config;

    EventSources(@All List<EventConsumer> consumers, Config config) {
        this.consumers = consumers;
        this.config = config;
    }

    /** Empty for a source that this service does not listen to. */
    Optional<EventConsumer> consumerOf(Source source) {
        return consumers.stream().filter(consumer -> consumer.source() == source).findFirst();
    }

    /** Some of the case's events from {@code seq} on, in their order. */
    Uni<List<Envelope>> log(Source source, UUID caseId, long seq) {
        return client(source)
                .from(caseId, seq)
                .invoke(events -> events.forEach(event -> checkOwner(event, source, caseId)));
    }

    private static void checkOwner(Envelope event, Source source, UUID caseId) {
        if (event.source() != source || !event.caseId().equals(caseId)) {
            throw new IllegalStateException(source + " answers with what was not asked for");
        }
    }

    private EventSourceClient client(Source source) {
        var url = config.getValue("consilium.peers." + source.code(), String.class);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url))
                .build(EventSourceClient.class);
    }
}
