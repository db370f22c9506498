package org.consilium.review.signature;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.assignment.Independence;
import org.consilium.review.correction.QuestionedAssignments;
import org.consilium.review.correction.QuestionedAssignments.Questioned;
import org.consilium.review.critical.CriticalFindings;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;

/**
 * A signed opinion goes to the patient, but not while something critical waits for somebody to see
 * to it: the family would read it before a doctor has heard of it. Nor while it stands on a triage
 * that was set right meanwhile, or its author is not independent by what is known now.
 */
@ApplicationScoped
class Releasing {

    private final ReviewDesk desk;
    private final CriticalFindings findings;
    private final QuestionedAssignments questioned;
    private final Independence independence;
    private final ReviewConfig config;

    Releasing(
            ReviewDesk desk,
            CriticalFindings findings,
            QuestionedAssignments questioned,
            Independence independence,
            ReviewConfig config) {
        this.desk = desk;
        this.findings = findings;
        this.questioned = questioned;
        this.independence = independence;
        this.config = config;
    }

    Uni<Review> release(UUID caseId, UUID lead, UnitOfWork work) {
        var command = new ReleaseOpinion(lead, work.now().plus(config.followUpWindow()));
        return desk.perform(caseId, command, work)
                .call(() -> findings.open(caseId, work).invoke(Releasing::requireNone))
                .call(() -> questioned.open(caseId, work).invoke(Releasing::requireNotQuestioned))
                .call(released -> requireIndependence(released, work));
    }

    /**
     * What is known of the first team by now counts once more, whatever it was at the signature.
     */
    private Uni<Void> requireIndependence(Review released, UnitOfWork work) {
        return released instanceof Written written
                ? independence.requireOf(written.caseId(), written.reviewer(), work)
                : Uni.createFrom().voidItem();
    }

    private static void requireNotQuestioned(Questioned waiting) {
        if (waiting != null) {
            throw new Problem(
                    409,
                    "assignment-questioned",
                    "Triage was set right after the reviewer had accepted. Look at what it says now, confirm that they go on or assign the case anew, and release then.");
        }
    }

    /** Under the review's lock: none is flagged in between. */
    private static void requireNone(List<UUID> open) {
        if (!open.isEmpty()) {
            throw new Problem(
                    409,
                    "critical-finding-open",
                    "Nobody has acknowledged a critical finding of this case yet. Read it, make sure that a doctor of the patient knows, acknowledge it, and release again.",
                    open.stream().map(Releasing::field).toList());
        }
    }

    private static FieldProblem field(UUID findingId) {
        return new FieldProblem(
                "criticalFindings." + findingId, "not-acknowledged", "is not acknowledged");
    }
}
