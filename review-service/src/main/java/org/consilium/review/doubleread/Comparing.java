package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.Refusals;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.SecondReadingDesk;
import org.consilium.review.desk.SecondReadings;
import org.consilium.review.lifecycle.Refusal;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.SecondReadingCommand.AdjudicateReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.CompareReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.Verdict;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.quality.Submission;
import org.consilium.review.quality.Submissions;

/**
 * Holds the second reading against the opinion that its author has signed, and decides where they
 * differ. Both by somebody who wrote neither; the decision also by nobody who checked.
 */
@ApplicationScoped
class Comparing {

    /** What an opinion goes back for that does not stand; the words are with the decision. */
    private static final String FINDING = "second-reading";

    private final ReviewDesk reviews;
    private final SecondReadingDesk desk;
    private final SecondReadings seconds;
    private final Submissions submissions;
    private final Comparisons comparisons;

    Comparing(
            ReviewDesk reviews,
            SecondReadingDesk desk,
            SecondReadings seconds,
            Submissions submissions,
            Comparisons comparisons) {
        this.reviews = reviews;
        this.desk = desk;
        this.seconds = seconds;
        this.submissions = submissions;
        this.comparisons = comparisons;
    }

    Uni<Void> compare(
            UUID caseId, UUID lead, UUID opinionId, Map<String, Value> found, UnitOfWork work) {
        return reviews.hold(caseId, work)
                .chain(() -> waiting(caseId, opinionId, work))
                .chain(opinion -> compared(opinion, lead, found, work));
    }

    private Uni<Void> compared(
            Submission opinion, UUID lead, Map<String, Value> found, UnitOfWork work) {
        var axes = AxisComparison.of(opinion.content().axes(), found);
        var command =
                new CompareReadings(
                        lead,
                        opinion.signer().reviewer(),
                        opinion.opinionId(),
                        axes.values().stream().anyMatch(AxisComparison::differs));
        return desk.perform(opinion.caseId(), command, work)
                .chain(
                        () ->
                                comparisons.keep(
                                        opinion.caseId(), opinion.opinionId(), lead, axes, work));
    }

    /** What was not signed, or was signed anew meanwhile, is not compared. */
    private Uni<Submission> waiting(UUID caseId, UUID opinionId, UnitOfWork work) {
        return submissions
                .waiting(caseId, work)
                .invoke(
                        opinion -> {
                            if (opinion == null || !opinion.opinionId().equals(opinionId)) {
                                throw Refusals.problem(Refusal.NOT_THE_OPINION_IN_REVIEW);
                            }
                        });
    }

    Uni<Void> adjudicate(UUID caseId, UUID lead, Adjudication decided, UnitOfWork work) {
        return reviews.hold(caseId, work)
                .chain(() -> waiting(caseId, decided.opinionId(), work))
                .chain(opinion -> involved(opinion, work))
                .map(
                        involved ->
                                new AdjudicateReadings(
                                        lead, involved, decided.opinionId(), decided.asVerdict()))
                .chain(command -> desk.perform(caseId, command, work))
                .chain(() -> comparisons.decide(caseId, lead, decided, work))
                .chain(() -> goBack(caseId, lead, decided, work));
    }

    private Uni<Set<UUID>> involved(Submission opinion, UnitOfWork work) {
        return seconds.checkers(opinion.caseId(), work)
                .map(
                        checkers -> {
                            var all = new HashSet<>(checkers);
                            all.add(opinion.signer().reviewer());
                            return all;
                        });
    }

    private Uni<Void> goBack(UUID caseId, UUID lead, Adjudication decided, UnitOfWork work) {
        return decided.asVerdict() == Verdict.FIRST_STANDS
                ? Uni.createFrom().voidItem()
                : reviews.perform(
                                caseId,
                                new ReturnOpinion(lead, decided.opinionId(), Set.of(FINDING)),
                                work)
                        .replaceWithVoid();
    }
}
