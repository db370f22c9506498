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

    /**
     * Fails with not-found when nothing is signed, or not yet this viewer's to read.
     *
     * @param version null for the one that is released; before the release, the one that is signed
     */
    public Uni<SignedOpinion> signed(UUID caseId, Integer version, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work)
                .invoke(
                        review -> {
                            if (!mayReadSigned(viewer, review, version)) {
                                throw Problem.notFound();
                            }
                        })
                .chain(review -> found(review, version, work))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    private Uni<SignedOpinion> found(Review review, Integer version, UnitOfWork work) {
        var caseId = review.caseId();
        if (version != null) {
            return opinions.signed(caseId, version, work);
        }
        return review instanceof Review.Released released
                ? opinions.signed(caseId, released.version(), work)
                : opinions.newest(caseId, work);
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
                : signed(caseId, null, viewer, work)
                        .map(s -> new Held(s.signer().reviewer(), s.version(), s.content()));
    }

    Uni<OpinionView> read(UUID caseId, Integer version, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(
                        review ->
                                version == null && viewer.isReviewer() && isBeingWritten(review)
                                        ? opinions.draft(caseId, work).map(OpinionView::of)
                                        : signed(caseId, version, viewer, work)
                                                .map(s -> OpinionView.of(s, replacing(s, review))));
    }

    /** Null for a version that none has replaced. */
    private static Integer replacing(SignedOpinion signed, Review review) {
        return review instanceof Review.Released released && signed.version() < released.version()
                ? signed.version() + 1
                : null;
    }

    /** A later version is the patient's when it is released, and not before. */
    private static boolean mayReadSigned(Viewer viewer, Review review, Integer version) {
        return viewer.isReviewer()
                || viewer.isClinicalLead()
                || ((viewer.mayReadOpinionForPatient() || viewer.brokeTheGlass())
                        && review instanceof Review.Released released
                        && (version == null || version <= released.version()));
    }

    /** By its author, or read by somebody else who may give it back. */
    private static boolean isBeingWritten(Review review) {
        return switch (review) {
            case Review.UnderReview _, Review.AwaitingAnswer _, Review.InQualityReview _ -> true;
            case Review.Released released ->
                    released.amendment() != null
                            && released.amendment().step() != Review.Amendment.Step.SIGNED;
            case Review.AwaitingAssignment _,
                    Review.Offered _,
                    Review.IndependentReading _,
                    Review.Signed _,
                    Review.Withdrawn _ ->
                    false;
        };
    }
}
