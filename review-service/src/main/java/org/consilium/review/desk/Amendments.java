package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** What becomes of a later version that was begun; an index holds that there is one at a time. */
@ApplicationScoped
class Amendments {

    Uni<Void> released(UUID caseId, UUID by, UnitOfWork work) {
        return end(caseId, "released", by, false, work);
    }

    /** What its author has written so far is kept: they may go on with it, and a lead reads it. */
    Uni<Void> ended(UUID caseId, String outcome, UUID by, UnitOfWork work) {
        return end(caseId, outcome, by, true, work);
    }

    /** Of one that was begun before they were kept there is nothing to end. */
    private static Uni<Void> end(
            UUID caseId, String outcome, UUID by, boolean wordsLeft, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update amendment set outcome = :outcome, ended_at = :now, ended_by = cast(cast(:by as text) as uuid),
                               left_words = (select content from opinion_draft d
                                             where d.case_id = amendment.case_id and :kept)
                        where case_id = :case and outcome is null""")
                .setParameter("outcome", outcome)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("by", by == null ? null : by.toString())
                .setParameter("kept", wordsLeft)
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
