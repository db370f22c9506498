package org.consilium.review.questions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpQuestion;
import org.jboss.logging.Logger;

/** Nobody answered in time: the reviewer goes on without. */
@ApplicationScoped
class AnswerWindow implements DeadlineHandler {

    private static final Logger LOG = Logger.getLogger(AnswerWindow.class);

    private final ReviewDesk desk;
    private final Questions questions;

    AnswerWindow(ReviewDesk desk, Questions questions) {
        this.desk = desk;
        this.questions = questions;
    }

    @Override
    public String kind() {
        return ReviewDesk.ANSWER_WINDOW;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return desk.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        return desk.handle(deadline.caseId(), new GiveUpQuestion(deadline.ref()), work)
                .chain(decision -> noted(decision, deadline, work));
    }

    private Uni<Void> noted(Decision decision, Deadline deadline, UnitOfWork work) {
        if (decision instanceof Moved) {
            return questions.close(deadline.ref(), Closing.UNANSWERED, work);
        }
        LOG.infof("a question of case %s was closed before its time was over", deadline.caseId());
        return Uni.createFrom().voidItem();
    }
}
