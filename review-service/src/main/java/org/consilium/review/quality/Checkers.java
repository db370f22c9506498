package org.consilium.review.quality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.assignment.CaseRequirements;
import org.consilium.review.matching.ExclusionRule;
import org.consilium.review.reviewers.Candidates;

/** Who may check opinions: clinical leads, and reviewers with that task who are independent. */
@ApplicationScoped
class Checkers {

    private final Candidates candidates;
    private final CaseRequirements requirements;

    Checkers(Candidates candidates, CaseRequirements requirements) {
        this.candidates = candidates;
        this.requirements = requirements;
    }

    /** Everybody else is told that there is nothing. */
    Uni<Void> require(UUID caseId, Viewer viewer, UnitOfWork work) {
        return viewer.isClinicalLead()
                ? Uni.createFrom().voidItem()
                : candidates
                        .known(viewer.person(), work)
                        .invoke(
                                known -> {
                                    if (!known.entry().qualityReviewer()) {
                                        throw Problem.notFound();
                                    }
                                })
                        .chain(known -> requireIndependent(caseId, known, work));
    }

    private Uni<Void> requireIndependent(UUID caseId, Candidates.Known known, UnitOfWork work) {
        return requirements
                .of(caseId, work)
                .invoke(
                        needed -> {
                            if (ExclusionRule.isConflicted(known.candidate(), needed)) {
                                throw Problem.notFound();
                            }
                        })
                .replaceWithVoid();
    }
}
