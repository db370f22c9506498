package org.consilium.notification.hearing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.occasions.WhoIsTold;
import org.consilium.notification.reminders.Reminders;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Telling;
import org.consilium.notification.telling.Tellings;
import org.consilium.notification.telling.Told;
import org.consilium.notification.webhooks.WebhookQueue;

/**
 * The same for every event: remember who stands how to the case, write down what is to be told, and
 * plan or lift what people are reminded of.
 *
 * <p>Whom that reaches is found out afterwards ({@link SpreadJob}): the identity provider may be
 * away, and another source's events may be later than this one.
 */
@ApplicationScoped
class Hearing {

    private final CaseBook book;
    private final Tellings tellings;
    private final Reminders reminders;
    private final WebhookQueue webhooks;
    private final CaseAccess people;

    Hearing(
            CaseBook book,
            Tellings tellings,
            Reminders reminders,
            WebhookQueue webhooks,
            CaseAccess people) {
        this.book = book;
        this.people = people;
        this.tellings = tellings;
        this.reminders = reminders;
        this.webhooks = webhooks;
    }

    Uni<Void> hear(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return named(WhoIsTold.on(event), event.caseId(), work)
                .call(() -> book.note(event, work))
                .chain(told -> write(told, envelope, work))
                .chain(() -> reminders.hear(event, envelope, work))
                .chain(() -> webhooks.hear(envelope, work));
    }

    /** Whoever leaves with this event is asked for before the book forgets them. */
    private Uni<List<Telling>> named(List<Telling> told, UUID caseId, UnitOfWork work) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(telling -> named(telling, caseId, work))
                .onItem()
                .transformToIterable(each -> each)
                .collect()
                .asList();
    }

    private Uni<List<Telling>> named(Telling telling, UUID caseId, UnitOfWork work) {
        return telling.audience() instanceof Audience.Leaving(var relations)
                ? people.people(caseId, relations, work)
                        .map(found -> found.stream().map(telling::to).toList())
                : Uni.createFrom().item(List.of(telling));
    }

    private Uni<Void> write(List<Telling> told, Envelope envelope, UnitOfWork work) {
        return Multi.createFrom()
                .iterable(told)
                .map(
                        telling ->
                                new Told(
                                        envelope.caseId(), envelope.id(), envelope.time(), telling))
                .onItem()
                .transformToUniAndConcatenate(each -> tellings.write(each, work))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
