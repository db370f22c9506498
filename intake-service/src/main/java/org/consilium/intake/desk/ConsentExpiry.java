package org.consilium.intake.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.intake.cases.CaseCommand.ExpireConsent;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;

/**
 * A consent's own end: told like a revocation. The right itself ends at that instant in every
 * service, because each knows the consent's end; this says so.
 */
@ApplicationScoped
class ConsentExpiry implements DeadlineHandler {

    static final String KIND = "consent-expiry";

    private final CaseDesk desk;

    ConsentExpiry(CaseDesk desk) {
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
        var expire = new ExpireConsent(deadline.ref(), work.now());
        return desk.decide(deadline.caseId(), expire, work.now(), work).replaceWithVoid();
    }
}
