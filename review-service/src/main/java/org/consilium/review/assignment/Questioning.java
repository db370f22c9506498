package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.correction.QuestionedAssignments;
import org.consilium.review.desk.Offers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.ReviewCommand.ConfirmAssignment;
import org.consilium.review.lifecycle.ReviewCommand.QuestionAssignment;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matchings;
import org.consilium.review.matching.Snapshot;

/**
 * Triage was set right, and somebody had accepted in the same moment: they are weighed once more, a
 * clinical lead is told what speaks against them, and says whether they go on.
 */
@ApplicationScoped
class Questioning {

    private final Offers offers;
    private final Snapshots snapshots;
    private final Matchings matchings;
    private final QuestionedAssignments questioned;
    private final Independence independence;
    private final ReviewDesk desk;

    Questioning(
            Offers offers,
            Snapshots snapshots,
            Matchings matchings,
            QuestionedAssignments questioned,
            Independence independence,
            ReviewDesk desk) {
        this.offers = offers;
        this.snapshots = snapshots;
        this.matchings = matchings;
        this.questioned = questioned;
        this.independence = independence;
        this.desk = desk;
    }

    Uni<Void> of(UUID caseId, UUID reviewer, UnitOfWork work) {
        return offers.everAsked(caseId, work)
                .chain(asked -> snapshots.of(caseId, without(reviewer, asked), work))
                .call(seen -> matchings.keep(seen, Matching.match(seen), work))
                .chain(seen -> question(reviewer, seen, work));
    }

    private static Set<UUID> without(UUID reviewer, Set<UUID> asked) {
        var others = new HashSet<>(asked);
        others.remove(reviewer);
        return others;
    }

    private Uni<Void> question(UUID reviewer, Snapshot seen, UnitOfWork work) {
        var rules = Matching.againstByTriage(reviewer, seen);
        return questioned
                .question(seen.caseId(), reviewer, rules, work)
                .chain(() -> desk.perform(seen.caseId(), new QuestionAssignment(rules), work))
                .replaceWithVoid();
    }

    /** Of whoever is not independent no lead can say so. */
    Uni<Void> confirm(UUID caseId, UUID lead, UnitOfWork work) {
        return desk.perform(caseId, new ConfirmAssignment(lead), work)
                .chain(() -> questioned.confirm(caseId, lead, work))
                .onItem()
                .ifNull()
                .failWith(Questioning::notQuestioned)
                .chain(reviewer -> independence.requireOf(caseId, reviewer, work));
    }

    private static Problem notQuestioned() {
        return new Problem(
                409,
                "assignment-not-questioned",
                "Nothing about this reviewer waits for a clinical lead.");
    }
}
