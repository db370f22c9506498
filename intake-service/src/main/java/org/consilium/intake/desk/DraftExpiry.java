package org.consilium.intake.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.intake.cases.CaseCommand.ExpireDraft;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;

/** A draft that nobody submitted in its time is let go. */
@ApplicationScoped
class DraftExpiry implements DeadlineHandler {

    static final String KIND = "draft-expiry";

    private final CaseDesk desk;

    DraftExpiry(CaseDesk desk) {
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
        return desk.decide(deadline.caseId(), new ExpireDraft(), work.now(), work)
                .replaceWithVoid();
    }
}
