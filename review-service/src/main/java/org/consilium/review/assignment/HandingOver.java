package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.Offers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.ReviewCommand;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.questions.Questions;

/**
 * From a reviewer who does not go on to the next. What was written towards an opinion goes, what
 * was asked and answered stays; the next begins with an own reading.
 */
@ApplicationScoped
class HandingOver {

    private final Reviews reviews;
    private final Offers offers;
    private final ReviewDesk desk;
    private final Opinions opinions;
    private final Questions questions;
    private final Assignment assignment;

    HandingOver(
            Reviews reviews,
            Offers offers,
            ReviewDesk desk,
            Opinions opinions,
            Questions questions,
            Assignment assignment) {
        this.reviews = reviews;
        this.offers = offers;
        this.desk = desk;
        this.opinions = opinions;
        this.questions = questions;
        this.assignment = assignment;
    }

    /** {@code command} is made of those who were asked before. */
    Uni<Decision> handOver(
            UUID caseId, Function<Set<UUID>, ReviewCommand> command, UnitOfWork work) {
        return reviews.findLocked(caseId, work)
                .chain(() -> offers.everAsked(caseId, work))
                .map(command)
                .chain(ended -> desk.handle(caseId, ended, work))
                .call(decision -> goOn(decision, work));
    }

    private Uni<Void> goOn(Decision decision, UnitOfWork work) {
        return decision instanceof Moved moved && moved.to() instanceof Searching searching
                ? opinions.discardDraft(searching.caseId(), work)
                        .chain(() -> questions.closeOpen(searching.caseId(), work))
                        .chain(() -> assignment.next(searching, work))
                : Uni.createFrom().voidItem();
    }
}
