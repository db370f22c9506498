package org.consilium.review.quality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.Reviews;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Amendment;
import org.consilium.review.lifecycle.Review.Amendment.Step;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.Replaced;
import org.consilium.review.opinion.SignedOpinion.Signer;

/** What authors signed, passed or given back; never changed. */
@ApplicationScoped
public class Submissions {

    private final Reviews reviews;
    private final StoredJson json;

    Submissions(Reviews reviews, StoredJson json) {
        this.reviews = reviews;
        this.json = json;
    }

    public Uni<Void> keep(Submission submission, UnitOfWork work) {
        var row = new SubmissionRow();
        row.opinionId = submission.opinionId();
        row.caseId = submission.caseId();
        row.version = submission.version();
        row.reviewer = submission.signer().reviewer();
        row.signerName = submission.signer().name();
        row.licenceCountry = submission.signer().licenceCountry();
        row.licenceNumber = submission.signer().licenceNumber();
        row.content = json.write(submission.content());
        row.signedAt = submission.signedAt();
        row.replaces = submission.replaces() == null ? null : json.write(submission.replaces());
        row.letterPage = json.write(submission.page());
        row.letterLanguage = submission.language();
        return work.session().persist(row);
    }

    /** Null while nothing of the case is in quality review. */
    public Uni<Submission> waiting(UUID caseId, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(
                        review ->
                                opinionIn(review)
                                        .map(opinion -> find(opinion, work))
                                        .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    private static Optional<UUID> opinionIn(Review review) {
        return switch (review) {
            case InQualityReview opinion -> Optional.of(opinion.opinionId());
            case Released released when released.amendment() != null ->
                    Optional.of(released.amendment())
                            .filter(next -> next.step() == Step.IN_QUALITY_REVIEW)
                            .map(Amendment::opinionId);
            case Searching _, Writing _, Signed _, Released _, Withdrawn _ -> Optional.empty();
        };
    }

    /** Whatever became of it; null when there is none of that id. */
    public Uni<Submission> find(UUID opinionId, UnitOfWork work) {
        return work.session()
                .find(SubmissionRow.class, opinionId)
                .map(row -> row == null ? null : submission(row));
    }

    private Submission submission(SubmissionRow row) {
        return new Submission(
                row.opinionId,
                row.caseId,
                row.version,
                new Signer(row.reviewer, row.signerName, row.licenceCountry, row.licenceNumber),
                json.read(row.content, OpinionContent.class),
                row.signedAt,
                row.replaces == null ? null : json.read(row.replaces, Replaced.class),
                json.read(row.letterPage, LetterPage.class),
                row.letterLanguage);
    }
}
