package org.consilium.kit.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;

/**
 * Where an event goes to be published: into the case's log and the queue for Kafka, in the caller's
 * transaction.
 *
 * <p>Once committed it reaches the service's topic at least once and in the case's order, whatever
 * dies in between; before the commit nobody hears of it. The transaction holds the case's log until
 * it ends.
 */
@ApplicationScoped
public class Outbox {

    private final Ids ids;

    Outbox(Ids ids) {
        this.ids = ids;
    }

    /** The event's place in its case. */
    public Uni<Long> append(CaseEvent event, UnitOfWork work) {
        work.announce();
        work.isAbout(event.caseId());
        return work.session()
                .createNativeQuery(
                        "select append_event(:case, :id, :type, :data, :actor, :at, cast(:trace as text))",
                        Long.class)
                .setParameter("case", event.caseId())
                .setParameter("id", ids.next())
                .setParameter("type", EventTypes.nameOf(event.getClass()))
                .setParameter("data", withinLimit(EventJson.write(event)))
                .setParameter("actor", work.actor().value())
                .setParameter("at", OffsetDateTime.ofInstant(work.now(), ZoneOffset.UTC))
                .setParameter("trace", work.traceparent().orElse(null))
                .getSingleResult();
    }

    /** One after the other, in the order of the list. */
    public Uni<Void> appendAll(List<? extends CaseEvent> events, UnitOfWork work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CaseEvent event : events) {
            done = done.chain(() -> append(event, work)).replaceWithVoid();
        }
        return done;
    }

    private static String withinLimit(String json) {
        if (json.length() > EventJson.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an event of " + json.length() + " characters is refused");
        }
        return json;
    }
}
