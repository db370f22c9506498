package org.consilium.review.quality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.assignment.Independence;
import org.consilium.review.reviewers.Candidates;

/** Who may check opinions: clinical leads, and reviewers with that task who are independent. */
@ApplicationScoped
class Checkers {

    private final Candidates candidates;
    private final Independence independence;

    Checkers(Candidates candidates, Independence independence) {
        this.candidates = candidates;
        this.independence = independence;
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
                        .chain(() -> independence.holds(caseId, viewer.person(), work))
                        .invoke(
                                independent -> {
                                    if (!independent) {
                                        throw Problem.notFound();
                                    }
                                })
                        .replaceWithVoid();
    }
}
