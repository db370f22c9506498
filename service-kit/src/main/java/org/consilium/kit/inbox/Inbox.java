package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.kit.events.Envelope;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way in for events: each has its effect once, in its case's order, whatever is delivered how
 * often.
 *
 * <p>One transaction holds the check {@code seq == last + 1}, the note that it was handled, the
 * effect and what the effect publishes; the offset follows after. An older one is passed over and
 * counted. One that came early waits, and after a while its source is asked for what is missing.
 * One that cannot be applied goes to the dead letters with its reason and parks its case there:
 * later events of that case wait until an operator replays it.
 */
@ApplicationScoped
public class Inbox {

    private final Settling settling;
    private final String topicPrefix;

    Inbox(
            Settling settling,
            @ConfigProperty(name = "consilium.topic-prefix") Optional<String> topicPrefix) {
        this.settling = settling;
        this.topicPrefix = topicPrefix.orElse("");
    }

    /**
     * Completes when the record is settled one way or the other and its offset may be committed;
     * while the database is away it waits.
     */
    public Uni<Void> once(ConsumerRecord<String, byte[]> record, EventConsumer consumer) {
        var arrival = Arrival.of(record);
        Envelope event;
        try {
            event = Envelope.read(record.headers(), record.value());
        } catch (Envelope.Malformed malformed) {
            return settling.keptAsUnreadable(arrival, malformed.getMessage());
        }
        return record.topic().equals(topicPrefix + event.source().topic())
                ? settling.settle(event, arrival, consumer).replaceWithVoid()
                : settling.keptAsUnreadable(arrival, "source and topic do not belong together");
    }
}
