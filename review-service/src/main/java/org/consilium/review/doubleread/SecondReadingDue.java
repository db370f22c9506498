package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.SecondReadingDesk;
import org.consilium.review.lifecycle.SecondReadingCommand.ExpireSecondReading;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision.Moved;
import org.jboss.logging.Logger;

/** Whoever was asked did not answer, or the reading is not there: the opinion waits no longer. */
@ApplicationScoped
class SecondReadingDue implements DeadlineHandler {

    private static final Logger LOG = Logger.getLogger(SecondReadingDue.class);

    private final ReviewDesk reviews;
    private final SecondReadingDesk desk;
    private final SecondReaders readers;
    private final ReviewConfig config;

    SecondReadingDue(
            ReviewDesk reviews,
            SecondReadingDesk desk,
            SecondReaders readers,
            ReviewConfig config) {
        this.reviews = reviews;
        this.desk = desk;
        this.readers = readers;
        this.config = config;
    }

    @Override
    public String kind() {
        return SecondReadingDesk.DUE;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return reviews.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        var next = work.now().plus(config.doubleRead().window());
        return desk.handle(deadline.caseId(), new ExpireSecondReading(deadline.ref(), next), work)
                .chain(decision -> goOn(decision, deadline, work));
    }

    private Uni<Void> goOn(Decision decision, Deadline deadline, UnitOfWork work) {
        if (decision instanceof Moved moved) {
            return readers.next(moved.to(), work);
        }
        LOG.infof("second reading of case %s had gone on before it was due", deadline.caseId());
        return Uni.createFrom().voidItem();
    }
}
