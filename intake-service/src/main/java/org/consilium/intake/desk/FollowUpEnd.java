package org.consilium.intake.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.intake.cases.CaseCommand.EndFollowUp;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;

/** The time for questions about the opinion is over; one that is open still gets its answer. */
@ApplicationScoped
public class FollowUpEnd implements DeadlineHandler {

    public static final String KIND = "follow-up-end";

    private final CaseDesk desk;

    FollowUpEnd(CaseDesk desk) {
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
        return desk.decide(deadline.caseId(), new EndFollowUp(), work.now(), work)
                .replaceWithVoid();
    }
}
