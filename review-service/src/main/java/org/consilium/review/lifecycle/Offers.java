package org.consilium.review.lifecycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.kit.work.UnitOfWork;

/** Every offer and what became of it; at most one per case is open, which an index holds. */
@ApplicationScoped
public class Offers {

    /** The kind of deadline at which an open offer goes to the next reviewer. */
    public static final String EXPIRY = "offer-expiry";

    Uni<Void> open(ReviewOffered offer, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into offer (id, case_id, reviewer, made_at, expires_at)
                        values (:id, :case, :reviewer, :now, :until)""")
                .setParameter("id", offer.offerId())
                .setParameter("case", offer.caseId())
                .setParameter("reviewer", offer.reviewer())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("until", offer.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** {@code declineReason} is null for any other outcome. */
    Uni<Void> settle(UUID caseId, String outcome, String declineReason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update offer set outcome = :outcome, outcome_at = :now,
                               decline_reason = cast(:reason as text)
                        where case_id = :case and outcome is null""")
                .setParameter("outcome", outcome)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("reason", declineReason)
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
