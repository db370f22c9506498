package org.consilium.notification.hearing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.contracts.CaseEvent;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.telling.WhoIsTold;

/**
 * The same for every event: remember who stands how to the case, and write down what is to be told.
 *
 * <p>Whom that reaches is found out afterwards ({@link SpreadJob}): the identity provider may be
 * away, and another source's events may be later than this one.
 */
@ApplicationScoped
class Hearing {

    private final CaseBook book;
    private final Tellings tellings;

    Hearing(CaseBook book, Tellings tellings) {
        this.book = book;
        this.tellings = tellings;
    }

    Uni<Void> hear(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return book.note(event, work)
                .chain(() -> tellings.write(WhoIsTold.on(event), envelope, work));
    }
}
