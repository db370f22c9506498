package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Decision.Refused;
import org.consilium.review.lifecycle.Refusal;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.ReviewCommand;
import org.consilium.review.lifecycle.ReviewLifecycle;

/** Load, decide, store, announce: the only place where a review changes. */
@ApplicationScoped
public class ReviewDesk {

    /** The kind of deadline at which a question counts as unanswered. */
    public static final String ANSWER_WINDOW = "answer-window";

    /** The kind of deadline at which nobody has acknowledged a critical finding. */
    public static final String CRITICAL_FINDING = "critical-finding";

    private final Reviews reviews;
    private final Consequences consequences;
    private final Outbox outbox;

    ReviewDesk(Reviews reviews, Consequences consequences, Outbox outbox) {
        this.reviews = reviews;
        this.consequences = consequences;
        this.outbox = outbox;
    }

    /** Nobody else changes the review until the transaction ends. */
    public Uni<Void> hold(UUID caseId, UnitOfWork work) {
        return reviews.forUpdate(caseId, work).replaceWithVoid();
    }

    /** A refusal is an answer here; nothing was changed by it. */
    public Uni<Decision> handle(UUID caseId, ReviewCommand command, UnitOfWork work) {
        return reviews.forUpdate(caseId, work)
                .chain(
                        row ->
                                row == null
                                        ? Uni.createFrom().item(Decision.refused(Refusal.NO_REVIEW))
                                        : decided(row, command, work));
    }

    /** The state the review is in afterwards; a refusal fails as the problem it is at the edge. */
    public Uni<Review> perform(UUID caseId, ReviewCommand command, UnitOfWork work) {
        return handle(caseId, command, work)
                .map(
                        decision ->
                                switch (decision) {
                                    case Moved moved -> moved.to();
                                    case Refused refused ->
                                            throw Refusals.problem(refused.reason());
                                });
    }

    private Uni<Decision> decided(ReviewRow row, ReviewCommand command, UnitOfWork work) {
        var before = row.toReview();
        var decision = ReviewLifecycle.decide(before, command);
        return switch (decision) {
            case Moved moved -> {
                row.become(moved.to());
                yield announced(moved, before, work).replaceWith(decision);
            }
            case Refused _ -> Uni.createFrom().item(decision);
        };
    }

    private Uni<Void> announced(Moved moved, Review before, UnitOfWork work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReviewEvent fact : moved.because()) {
            done = done.chain(() -> consequences.of(fact, before, work));
        }
        return done.chain(() -> outbox.appendAll(moved.because(), work));
    }
}
