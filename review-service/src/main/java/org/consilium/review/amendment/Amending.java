package org.consilium.review.amendment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.ReviewCommand.BeginAmendment;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.opinion.SignedOpinion;

/** Later versions that were begun, each with why, and what there was of those that ended. */
@ApplicationScoped
class Amending {

    private final ReviewDesk desk;
    private final Opinions opinions;
    private final StoredJson json;
    private final Ids ids;

    Amending(ReviewDesk desk, Opinions opinions, StoredJson json, Ids ids) {
        this.desk = desk;
        this.opinions = opinions;
        this.json = json;
        this.ids = ids;
    }

    Uni<Review> begin(UUID caseId, UUID author, AmendmentResource.Why why, UnitOfWork work) {
        return desk.perform(caseId, new BeginAmendment(author), work)
                .call(review -> reopened(review, why, work));
    }

    private Uni<Void> reopened(Review review, AmendmentResource.Why why, UnitOfWork work) {
        return review instanceof Released released
                ? opinions.signed(released.caseId(), released.version(), work)
                        .chain(signed -> reopened(signed, why, work))
                        .chain(() -> keep(released, why, work))
                : Uni.createFrom().voidItem();
    }

    /** With what was left of an attempt at the same version, or else with what is released. */
    private Uni<Void> reopened(SignedOpinion signed, AmendmentResource.Why why, UnitOfWork work) {
        return lastLeft(signed.caseId(), signed.version() + 1, work)
                .map(left -> left == null ? signed.content().scored(Map.of()) : left)
                .chain(from -> opinions.reopen(signed, from, why.reason(), why.text(), work));
    }

    private Uni<OpinionContent> lastLeft(UUID caseId, int version, UnitOfWork work) {
        return of(caseId, work)
                .map(
                        rows ->
                                rows.stream()
                                        .filter(row -> row.version == version)
                                        .reduce((_, later) -> later)
                                        .map(this::left)
                                        .orElse(null));
    }

    private Uni<Void> keep(Released released, AmendmentResource.Why why, UnitOfWork work) {
        var row = new AmendmentRow();
        row.id = ids.next();
        row.caseId = released.caseId();
        row.version = released.nextVersion();
        row.reviewer = released.reviewer();
        row.reason = why.reason().code();
        row.text = why.text();
        row.begunAt = work.now();
        return endForgotten(row.caseId, work).chain(() -> work.session().persist(row));
    }

    /** A version before this one knows no such rows, and ends an amendment without its own. */
    private static Uni<Void> endForgotten(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update amendment set outcome = 'let-be', ended_at = :now
                        where case_id = :case and outcome is null""")
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<List<AmendmentView>> read(UUID caseId, UnitOfWork work) {
        return of(caseId, work)
                .map(rows -> rows.stream().map(r -> AmendmentView.of(r, left(r))).toList());
    }

    private OpinionContent left(AmendmentRow row) {
        return row.leftWords == null ? null : json.read(row.leftWords, OpinionContent.class);
    }

    /** In the order they were begun. */
    private Uni<List<AmendmentRow>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from AmendmentRow where caseId = :case order by id", AmendmentRow.class)
                .setParameter("case", caseId)
                .getResultList();
    }
}
