package org.consilium.review.quality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.SecondReadingDesk;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.letter.Letters;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.opinion.SignedOpinion;

/** A checked opinion passes and becomes final, or goes back to its author. */
@ApplicationScoped
class Checking {

    private final Transactions transactions;
    private final Checkers checkers;
    private final Submissions submissions;
    private final QualityReviews qualityReviews;
    private final Letters letters;
    private final ReviewDesk desk;
    private final Opinions opinions;
    private final SecondReadingDesk seconds;

    Checking(
            Transactions transactions,
            Checkers checkers,
            Submissions submissions,
            QualityReviews qualityReviews,
            Letters letters,
            ReviewDesk desk,
            Opinions opinions,
            SecondReadingDesk seconds) {
        this.transactions = transactions;
        this.checkers = checkers;
        this.submissions = submissions;
        this.qualityReviews = qualityReviews;
        this.letters = letters;
        this.desk = desk;
        this.opinions = opinions;
        this.seconds = seconds;
    }

    /**
     * The final opinion with its letter, before the transaction that lets it pass: printing takes
     * seconds. Null when this opinion does not wait for a check: a repeated request, or a late one.
     */
    Uni<SignedOpinion> print(UUID caseId, Viewer viewer, Pass pass) {
        return transactions
                .inTransaction(
                        Actor.person(viewer.person()),
                        work ->
                                checkers.require(caseId, viewer, work)
                                        .chain(() -> submissions.waiting(caseId, work))
                                        .call(waiting -> settled(waiting, viewer, work)))
                .chain(
                        waiting ->
                                waiting == null || !waiting.opinionId().equals(pass.opinionId())
                                        ? Uni.createFrom().nullItem()
                                        : printed(waiting, pass));
    }

    /** Asked for before a page is printed for nothing, and again when it passes. */
    private Uni<Void> settled(Submission waiting, Viewer viewer, UnitOfWork work) {
        return waiting == null
                ? Uni.createFrom().voidItem()
                : settled(
                        waiting.caseId(),
                        waiting.opinionId(),
                        waiting.version(),
                        viewer.person(),
                        work);
    }

    private Uni<SignedOpinion> printed(Submission waiting, Pass pass) {
        pass.check(waiting.content());
        var own = LetterWords.in(waiting.language());
        return letters.make(waiting.page().scored(axis -> words(axis, pass, own)), own)
                .map(
                        kept ->
                                waiting.passed(
                                        waiting.content().scored(pass.significance()),
                                        kept.key(),
                                        kept.sha256()));
    }

    private static String words(String axis, Pass pass, LetterWords own) {
        var scored = pass.significance().get(axis);
        return scored == null ? null : own.of("significance." + scored.code());
    }

    /** {@code printed} is null when there was nothing to print. */
    Uni<Review> pass(UUID caseId, UUID checker, Pass pass, SignedOpinion printed, UnitOfWork work) {
        if (printed == null) {
            throw new Problem(
                    409, "not-the-opinion-in-review", "This opinion is not in quality review.");
        }
        var command = new PassOpinion(checker, pass.opinionId(), printed.letterSha256());
        return desk.perform(caseId, command, work)
                .call(() -> settled(caseId, printed.opinionId(), printed.version(), checker, work))
                .call(() -> opinions.keep(printed, work))
                .call(() -> qualityReviews.passed(caseId, checker, pass, work));
    }

    /** A later version is read once: what a second reading was for, the first one has settled. */
    private Uni<Void> settled(
            UUID caseId, UUID opinionId, int version, UUID checker, UnitOfWork work) {
        return version > 1
                ? Uni.createFrom().voidItem()
                : seconds.requireSettled(caseId, opinionId, checker, work);
    }

    Uni<Review> giveBack(UUID caseId, Viewer viewer, Findings findings, UnitOfWork work) {
        var command = new ReturnOpinion(viewer.person(), findings.opinionId(), findings.codes());
        return checkers.require(caseId, viewer, work)
                .chain(() -> desk.perform(caseId, command, work))
                .call(() -> qualityReviews.returned(caseId, viewer.person(), findings, work));
    }
}
