package org.consilium.review.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.Replaced;
import org.consilium.review.quality.QualityReviews.Done;

/** What waits to be checked, to those who may check; what was found, to the author too. */
@ApplicationScoped
class QualityReading {

    private final Checkers checkers;
    private final Submissions submissions;
    private final QualityReviews qualityReviews;

    QualityReading(Checkers checkers, Submissions submissions, QualityReviews qualityReviews) {
        this.checkers = checkers;
        this.submissions = submissions;
        this.qualityReviews = qualityReviews;
    }

    /** {@code waiting} is null while nothing is in quality review. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QualityView(Waiting waiting, List<Done> done) {}

    /**
     * An opinion to be checked.
     *
     * @param replaces absent for a first version
     * @param checks each is to be confirmed
     * @param differences the axes whose difference is to be scored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            UUID opinionId,
            int version,
            UUID author,
            Instant signedAt,
            Replaced replaces,
            List<QualityCheck> checks,
            List<String> differences,
            OpinionContent content) {

        static Waiting of(Submission submission) {
            return new Waiting(
                    submission.opinionId(),
                    submission.version(),
                    submission.signer().reviewer(),
                    submission.signedAt(),
                    submission.replaces(),
                    List.of(QualityCheck.values()),
                    submission.content().differences(),
                    submission.content());
        }
    }

    Uni<QualityView> of(UUID caseId, Viewer viewer, UnitOfWork work) {
        return mayRead(caseId, viewer, work)
                .chain(() -> submissions.waiting(caseId, work))
                .map(waiting -> waiting == null ? null : Waiting.of(waiting))
                .chain(
                        waiting ->
                                qualityReviews
                                        .of(caseId, work)
                                        .map(done -> new QualityView(waiting, done)));
    }

    private Uni<Void> mayRead(UUID caseId, Viewer viewer, UnitOfWork work) {
        return viewer.isReviewer()
                ? Uni.createFrom().voidItem()
                : checkers.require(caseId, viewer, work);
    }
}
