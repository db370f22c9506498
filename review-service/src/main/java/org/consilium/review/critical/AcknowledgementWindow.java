package org.consilium.review.critical;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.ReviewCommand.ReportCriticalFindingOverdue;

/** Nobody said in time that they see to it: the clinical leads and coordinators hear it again. */
@ApplicationScoped
class AcknowledgementWindow implements DeadlineHandler {

    private final ReviewDesk desk;

    AcknowledgementWindow(ReviewDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return ReviewDesk.CRITICAL_FINDING;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return desk.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        return desk.perform(
                        deadline.caseId(), new ReportCriticalFindingOverdue(deadline.ref()), work)
                .replaceWithVoid();
    }
}
