package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.Offers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.jboss.logging.Logger;

/** Nobody answered in time: the next one is asked. */
@ApplicationScoped
class OfferExpiry implements DeadlineHandler {

    private static final Logger LOG = Logger.getLogger(OfferExpiry.class);

    private final ReviewDesk desk;
    private final Assignment assignment;

    OfferExpiry(ReviewDesk desk, Assignment assignment) {
        this.desk = desk;
        this.assignment = assignment;
    }

    @Override
    public String kind() {
        return Offers.EXPIRY;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return desk.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        return desk.handle(deadline.caseId(), new ExpireOffer(deadline.ref()), work)
                .chain(decision -> askNext(decision, deadline, work));
    }

    private Uni<Void> askNext(Decision decision, Deadline deadline, UnitOfWork work) {
        if (decision instanceof Moved moved && moved.to() instanceof Searching searching) {
            return assignment.next(searching, work);
        }
        LOG.infof("offer of case %s had ended before it expired", deadline.caseId());
        return Uni.createFrom().voidItem();
    }
}
