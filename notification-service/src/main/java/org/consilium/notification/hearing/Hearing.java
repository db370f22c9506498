package org.consilium.notification.hearing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.contracts.CaseEvent;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.reminders.Reminders;
import org.consilium.notification.telling.Telling;
import org.consilium.notification.telling.Tellings;
import org.consilium.notification.telling.Told;
import org.consilium.notification.telling.WhoIsTold;
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

    Hearing(CaseBook book, Tellings tellings, Reminders reminders, WebhookQueue webhooks) {
        this.book = book;
        this.tellings = tellings;
        this.reminders = reminders;
        this.webhooks = webhooks;
    }

    Uni<Void> hear(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return book.note(event, work)
                .chain(() -> write(WhoIsTold.on(event), envelope, work))
                .chain(() -> reminders.hear(event, envelope, work))
                .chain(() -> webhooks.hear(envelope, work));
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
