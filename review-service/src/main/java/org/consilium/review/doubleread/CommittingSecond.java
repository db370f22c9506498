package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.SecondReadingDesk;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.CommitSecondReading;
import org.consilium.review.reading.CommittedReading.Reading;
import org.consilium.review.reading.ReadingForm;
import org.consilium.review.reading.Readings;

/**
 * The second reading, on the form of the first; never changed, and the last that its reader does.
 */
@ApplicationScoped
class CommittingSecond {

    private final ReviewDesk reviews;
    private final SecondReadingDesk desk;
    private final Readings readings;
    private final Cases cases;

    CommittingSecond(ReviewDesk reviews, SecondReadingDesk desk, Readings readings, Cases cases) {
        this.reviews = reviews;
        this.desk = desk;
        this.readings = readings;
        this.cases = cases;
    }

    Uni<SecondReading> commit(UUID caseId, UUID reader, Reading reading, UnitOfWork work) {
        return reviews.hold(caseId, work)
                .chain(() -> desk.perform(caseId, new CommitSecondReading(reader), work))
                .call(() -> fits(caseId, reading, work))
                .call(() -> readings.keepSecond(caseId, reader, reading, work));
    }

    private Uni<Void> fits(UUID caseId, Reading reading, UnitOfWork work) {
        return cases.facts(caseId, work)
                .map(facts -> facts.submitted().opinionForm().axes())
                .invoke(axes -> ReadingForm.check(reading, axes))
                .replaceWithVoid();
    }
}
