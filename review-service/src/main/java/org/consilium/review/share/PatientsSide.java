package org.consilium.review.share;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.contracts.IntakeEvent.ConsentExpired;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.Consents;

/** Who is on the patient's side and what they are allowed; links end with the right behind them. */
@ApplicationScoped
public class PatientsSide {

    private final CaseAccess access;
    private final Consents consents;
    private final ShareDesk shares;

    PatientsSide(CaseAccess access, Consents consents, ShareDesk shares) {
        this.access = access;
        this.consents = consents;
        this.shares = shares;
    }

    public Uni<Void> admitted(ParticipantAdmitted e, UnitOfWork work) {
        return access.grant(e.caseId(), e.person(), e.relation(), e.until(), work);
    }

    public Uni<Void> removed(ParticipantRemoved e, UnitOfWork work) {
        return access.revoke(e.caseId(), e.person(), e.relation(), work)
                .chain(() -> shares.revokeAllOf(e.caseId(), e.person(), work));
    }

    public Uni<Void> granted(ConsentGranted e, UnitOfWork work) {
        return consents.granted(e, work);
    }

    /** One that names nobody is the patient's own. */
    public Uni<Void> revoked(ConsentRevoked e, UnitOfWork work) {
        var maker = e.representative() == null ? e.revokedBy() : e.representative();
        return consents.revoked(e, work).chain(() -> shares.revokeAllOf(e.caseId(), maker, work));
    }

    /** What it allowed ends by its own end, which is asked on each request. */
    public Uni<Void> expired(ConsentExpired e, UnitOfWork work) {
        return e.representative() == null
                ? Uni.createFrom().voidItem()
                : shares.revokeAllOf(e.caseId(), e.representative(), work);
    }
}
