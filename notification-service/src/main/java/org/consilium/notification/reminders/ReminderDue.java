package org.consilium.notification.reminders;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.telling.Tellings;
import org.consilium.notification.telling.Told;

/** Nothing has happened in time: it is told as an event would be, under the reminder's own id. */
@ApplicationScoped
class ReminderDue implements DeadlineHandler {

    private final ReminderRows rows;
    private final Tellings tellings;

    ReminderDue(ReminderRows rows, Tellings tellings) {
        this.rows = rows;
        this.tellings = tellings;
    }

    @Override
    public String kind() {
        return Reminders.DEADLINE;
    }

    @Override
    public Uni<Void> hold(Deadline due, UnitOfWork work) {
        return rows.hold(due.ref(), work);
    }

    @Override
    public Uni<Void> fire(Deadline due, UnitOfWork work) {
        return rows.take(due.ref(), work)
                .onItem()
                .ifNotNull()
                .transformToUni(
                        telling ->
                                tellings.write(
                                        new Told(due.caseId(), due.ref(), work.now(), telling),
                                        work));
    }
}
