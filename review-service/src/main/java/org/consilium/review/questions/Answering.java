package org.consilium.review.questions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.lifecycle.ReviewCommand.Side;

/**
 * In whose place somebody answers, and so which questions are theirs to see. Of the first team the
 * referrer may be on the case; where nobody is, a coordinator asks the hospital and passes on what
 * it says.
 */
@ApplicationScoped
class Answering {

    private final CaseAccess access;

    Answering(CaseAccess access) {
        this.access = access;
    }

    Uni<Side> sideOf(Viewer viewer, UUID caseId, UnitOfWork work) {
        return viewer.isPatientSide()
                ? Uni.createFrom().item(Side.PATIENT)
                : access.people(caseId, Set.of(Relation.REFERRER), work)
                        .map(
                                referrers ->
                                        referrers.isEmpty()
                                                ? Side.COORDINATOR_FOR_FIRST_TEAM
                                                : Side.COORDINATOR);
    }

    /** What is put to the patient may be clinical: a coordinator sees what is theirs to answer. */
    static boolean maySee(Viewer viewer, Side side, Addressee addressee) {
        if (viewer.isReviewer() || viewer.isClinicalLead()) {
            return true;
        }
        return switch (addressee) {
            case REQUESTER -> viewer.isPatientSide() || viewer.brokeTheGlass();
            case FIRST_TEAM ->
                    viewer.isPatientSide() || viewer.brokeTheGlass() || passesOn(viewer, side);
            case COORDINATOR -> viewer.isCoordinator();
        };
    }

    private static boolean passesOn(Viewer viewer, Side side) {
        return viewer.isCoordinator() && side == Side.COORDINATOR_FOR_FIRST_TEAM;
    }
}
