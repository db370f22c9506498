package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Refusal;

/**
 * Every offer and what became of it. A reviewer has at most one open offer of a case, and of all
 * offers of a case at most one was accepted, which two indexes hold.
 */
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

    /**
     * What became of an open offer, once: whoever comes second finds it settled. {@code
     * declineReason} is null for any other outcome.
     */
    Uni<Void> settle(UUID offerId, String outcome, String declineReason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update offer set outcome = :outcome, outcome_at = :now,
                               decline_reason = cast(:reason as text)
                        where id = :offer and outcome is null""")
                .setParameter("outcome", outcome)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("reason", declineReason)
                .setParameter("offer", offerId)
                .executeUpdate()
                .invoke(
                        settled -> {
                            if (settled == 0) {
                                throw Refusals.problem(Refusal.NOT_THE_CURRENT_OFFER);
                            }
                        })
                .replaceWithVoid();
    }

    /** It may be accepted by somebody who has no place left. */
    Uni<Void> openBeyondCapacity(UUID offerId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("update offer set beyond_capacity = true where id = :offer")
                .setParameter("offer", offerId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Of the offer that was accepted: the case may be accepted again. */
    Uni<Void> giveBack(UUID caseId, String reason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update offer set outcome = 'given-back', outcome_at = :now, decline_reason = :reason
                        where case_id = :case and outcome = 'accepted'""")
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("reason", reason)
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Who had an offer of the case and did not just come second. */
    public Uni<Set<UUID>> everAsked(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select distinct reviewer from offer
                        where case_id = :case and (outcome is null or outcome <> 'lapsed')""",
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(Set::copyOf);
    }

    /**
     * Whether the reviewer declined the case, or it was taken from them, because they are not
     * independent. Of one given back before reasons were kept nobody knows, so it counts.
     */
    public Uni<Boolean> endedByConflict(UUID caseId, UUID reviewer, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select exists (select 1 from offer
                            where case_id = :case and reviewer = :reviewer
                              and (decline_reason = 'conflict-of-interest'
                                   or outcome = 'given-back' and decline_reason is null))""",
                        Boolean.class)
                .setParameter("case", caseId)
                .setParameter("reviewer", reviewer)
                .getSingleResult();
    }

    /** Of every open offer of the case. */
    Uni<Void> settleAll(UUID caseId, String outcome, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update offer set outcome = :outcome, outcome_at = :now
                        where case_id = :case and outcome is null""")
                .setParameter("outcome", outcome)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * First of all on an acceptance, so that nobody learns of the case who was never asked, or has
     * answered: they find nothing. Whoever was asked together with others and comes second is told
     * so. Called under the review's lock, or the first may be deciding still.
     */
    public Uni<Void> requireAsked(UUID caseId, UUID offerId, UUID reviewer, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select coalesce(outcome, 'open') from offer
                        where id = :offer and case_id = :case and reviewer = :reviewer""",
                        String.class)
                .setParameter("offer", offerId)
                .setParameter("case", caseId)
                .setParameter("reviewer", reviewer)
                .getSingleResultOrNull()
                .invoke(Offers::refuseUnlessAsked)
                .replaceWithVoid();
    }

    private static void refuseUnlessAsked(String outcome) {
        switch (outcome) {
            case "open", "accepted" -> {}
            case "lapsed" -> throw Refusals.problem(Refusal.OFFER_LAPSED);
            case null, default -> throw Refusals.problem(Refusal.NOT_THE_REVIEWER_ASKED);
        }
    }
}
