package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.assignment.Independence;
import org.consilium.review.desk.Refusals;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.SecondReadingDesk;
import org.consilium.review.desk.SecondReadings;
import org.consilium.review.desk.SecondReadings.Second;
import org.consilium.review.lifecycle.Refusal;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReading.Asked;
import org.consilium.review.lifecycle.SecondReadingCommand.AcceptSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.DeclineSecondReading;

/** What whoever is asked to read a second time answers. Each step holds the review first. */
@ApplicationScoped
class Answering {

    private final ReviewDesk reviews;
    private final SecondReadingDesk desk;
    private final SecondReadings seconds;
    private final SecondReaders readers;
    private final Independence independence;
    private final ReviewConfig config;

    Answering(
            ReviewDesk reviews,
            SecondReadingDesk desk,
            SecondReadings seconds,
            SecondReaders readers,
            Independence independence,
            ReviewConfig config) {
        this.reviews = reviews;
        this.desk = desk;
        this.seconds = seconds;
        this.readers = readers;
        this.independence = independence;
        this.config = config;
    }

    /** What changed since the matching counts here, too. */
    Uni<SecondReading> accept(UUID caseId, UUID reader, boolean lead, UnitOfWork work) {
        var command =
                new AcceptSecondReading(reader, lead, work.now().plus(config.doubleRead().time()));
        return reviews.hold(caseId, work)
                .chain(() -> seconds.findLocked(caseId, work))
                .chain(second -> stillFit(second, caseId, reader, work))
                .chain(() -> desk.perform(caseId, command, work));
    }

    /** Of somebody who is not asked nothing is looked into: they are told that there is nothing. */
    private Uni<Void> stillFit(Second second, UUID caseId, UUID reader, UnitOfWork work) {
        if (second == null || !isAsked(reader, second.reading())) {
            return Uni.createFrom().voidItem();
        }
        return independence
                .require(caseId, reader, work)
                .chain(() -> seconds.everConcerned(caseId, work))
                .invoke(
                        concerned -> {
                            if (concerned.contains(reader)) {
                                throw Refusals.problem(Refusal.NOT_A_THIRD_PERSON);
                            }
                        })
                .replaceWithVoid();
    }

    private static boolean isAsked(UUID reader, SecondReading reading) {
        return reading instanceof Asked asked && asked.reader().equals(reader);
    }

    Uni<Void> decline(UUID caseId, UUID reader, UnitOfWork work) {
        var next = work.now().plus(config.doubleRead().window());
        return reviews.hold(caseId, work)
                .chain(() -> desk.perform(caseId, new DeclineSecondReading(reader, next), work))
                .chain(declined -> readers.next(declined, work));
    }
}
