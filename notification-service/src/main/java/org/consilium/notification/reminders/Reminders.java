package org.consilium.notification.reminders;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.consilium.contracts.CaseEvent;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plans and lifts reminders, in the transaction of the event they follow from. */
@ApplicationScoped
public class Reminders {

    static final String DEADLINE = "reminder";

    private final ReminderRows rows;
    private final Deadlines deadlines;
    private final Duration grace;

    Reminders(
            ReminderRows rows,
            Deadlines deadlines,
            @ConfigProperty(name = "consilium.reminders.grace") Duration grace) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.grace = grace;
    }

    public Uni<Void> hear(CaseEvent event, Envelope envelope, UnitOfWork work) {
        var lifted = Multi.createFrom().iterable(WhoIsReminded.liftedBy(event));
        var planned = Multi.createFrom().iterable(WhoIsReminded.on(event, envelope.time()));
        return lifted.onItem()
                .transformToUniAndConcatenate(key -> lift(key, work))
                .collect()
                .last()
                .chain(
                        () ->
                                planned.onItem()
                                        .transformToUniAndConcatenate(next -> plan(next, work))
                                        .collect()
                                        .last())
                .chain(() -> end(event, work));
    }

    /** A deadline whose reminder is gone fires and tells nobody. */
    private Uni<Void> end(CaseEvent event, UnitOfWork work) {
        return WhoIsReminded.ends(event)
                ? rows.caseEnded(event.caseId(), work)
                : Uni.createFrom().voidItem();
    }

    /** The one before it is lifted: the date may have moved. */
    private Uni<Void> plan(Planned planned, UnitOfWork work) {
        return lift(planned.key(), work)
                .chain(() -> rows.add(planned, work))
                .chain(
                        id ->
                                deadlines.set(
                                        new Deadline(
                                                planned.key().caseId(),
                                                DEADLINE,
                                                id,
                                                notAtOnce(planned.at(), work.now())),
                                        work));
    }

    /** Whoever was away hears first what has happened in the meantime, and reminds then. */
    private Instant notAtOnce(Instant at, Instant now) {
        var earliest = now.plus(grace);
        return at.isBefore(earliest) ? earliest : at;
    }

    private Uni<Void> lift(Planned.Key key, UnitOfWork work) {
        return rows.remove(key, work)
                .onItem()
                .ifNotNull()
                .transformToUni(id -> deadlines.lift(key.caseId(), DEADLINE, id, work));
    }
}
