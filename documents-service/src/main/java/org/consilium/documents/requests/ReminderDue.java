package org.consilium.documents.requests;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.documents.requests.RecordRequestCommand.RemindHolder;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;

/** A holder who has not answered is to be reminded; one who has is left alone. */
@ApplicationScoped
class ReminderDue implements DeadlineHandler {

    static final String KIND = "record-request-reminder";

    private final RecordRequestDesk desk;

    ReminderDue(RecordRequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return desk.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        return desk.handle(deadline.caseId(), deadline.ref(), new RemindHolder(work.now()), work)
                .replaceWithVoid();
    }
}
