package org.consilium.review.opinion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;

/**
 * Who may read what of an opinion: its author everything, the clinical lead from the signature on,
 * the patient, and whom the patient lets, from the release on. Everybody else is told that there is
 * nothing.
 */
@ApplicationScoped
public class OpinionReading {

    private final Reviews reviews;
    private final Opinions opinions;

    OpinionReading(Reviews reviews, Opinions opinions) {
        this.reviews = reviews;
        this.opinions = opinions;
    }

    /** Fails with not-found when nothing is signed, or not yet this viewer's to read. */
    public Uni<SignedOpinion> signed(UUID caseId, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work)
                .invoke(
                        review -> {
                            if (!mayReadSigned(viewer, review)) {
                                throw Problem.notFound();
                            }
                        })
                .chain(() -> opinions.signed(caseId, work))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** What there is of an opinion, a draft or signed, and who wrote it. */
    public record Held(UUID author, int version, OpinionContent content) {}

    /** The draft to its author; what is signed to whom may read it. */
    public Uni<Held> held(UUID caseId, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work).chain(review -> held(review, viewer, work));
    }

    private Uni<Held> held(Review review, Viewer viewer, UnitOfWork work) {
        var caseId = review.caseId();
        return viewer.isReviewer() && isBeingWritten(review)
                ? opinions.draft(caseId, work)
                        .map(d -> new Held(viewer.person(), d.version(), d.content()))
                : signed(caseId, viewer, work)
                        .map(s -> new Held(s.signer().reviewer(), s.version(), s.content()));
    }

    Uni<OpinionView> read(UUID caseId, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(
                        review ->
                                viewer.isReviewer() && isBeingWritten(review)
                                        ? opinions.draft(caseId, work).map(OpinionView::of)
                                        : signed(caseId, viewer, work).map(OpinionView::of));
    }

    private static boolean mayReadSigned(Viewer viewer, Review review) {
        return viewer.isReviewer()
                || viewer.isClinicalLead()
                || ((viewer.mayReadOpinionForPatient() || viewer.brokeTheGlass())
                        && review instanceof Review.Released);
    }

    private static boolean isBeingWritten(Review review) {
        return switch (review) {
            case Review.UnderReview _, Review.AwaitingAnswer _, Review.InQualityReview _ -> true;
            case Review.AwaitingAssignment _,
                    Review.Offered _,
                    Review.IndependentReading _,
                    Review.Signed _,
                    Review.Released _,
                    Review.Withdrawn _ ->
                    false;
        };
    }
}
