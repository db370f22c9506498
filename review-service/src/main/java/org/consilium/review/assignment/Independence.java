package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.matching.ExclusionRule;
import org.consilium.review.reviewers.Candidates;

/** Whether a reviewer stands apart from the first team and from the case, by what is known now. */
@ApplicationScoped
public class Independence {

    private final Candidates candidates;
    private final CaseRequirements requirements;

    Independence(Candidates candidates, CaseRequirements requirements) {
        this.candidates = candidates;
        this.requirements = requirements;
    }

    /** Fails with not-found when the person is no reviewer. */
    public Uni<Boolean> holds(UUID caseId, UUID person, UnitOfWork work) {
        return candidates
                .known(person, work)
                .chain(
                        known ->
                                requirements
                                        .of(caseId, work)
                                        .map(
                                                needed ->
                                                        !ExclusionRule.isConflicted(
                                                                known.candidate(), needed)));
    }

    /** The same for whoever decides about that reviewer. */
    public Uni<Void> requireOf(UUID caseId, UUID reviewer, UnitOfWork work) {
        return holds(caseId, reviewer, work)
                .invoke(
                        independent -> {
                            if (!independent) {
                                throw new Problem(
                                        409,
                                        "reviewer-not-independent",
                                        "The reviewer is of the first team, tied to it, or a party of this case: assign it anew. An opinion that is signed goes back or is withdrawn first.");
                            }
                        })
                .replaceWithVoid();
    }

    /** What changed since the matching counts at the acceptance too. */
    public Uni<Void> require(UUID caseId, UUID person, UnitOfWork work) {
        return holds(caseId, person, work)
                .invoke(
                        independent -> {
                            if (!independent) {
                                throw new Problem(
                                        409,
                                        "not-independent",
                                        "You are of the first team, tied to it, or a party of this case: please decline.");
                            }
                        })
                .replaceWithVoid();
    }
}
