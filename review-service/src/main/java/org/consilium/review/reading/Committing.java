package org.consilium.review.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.doubleread.DoubleReading;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.ReviewCommand.CommitReading;
import org.consilium.review.reading.CommittedReading.Reading;

/** With the own reading it is decided whether somebody else reads the case, too. */
@ApplicationScoped
class Committing {

    private final ReviewDesk desk;
    private final Readings readings;
    private final Cases cases;
    private final DoubleReading doubleReading;

    Committing(ReviewDesk desk, Readings readings, Cases cases, DoubleReading doubleReading) {
        this.desk = desk;
        this.readings = readings;
        this.cases = cases;
        this.doubleReading = doubleReading;
    }

    Uni<Review> commit(UUID caseId, UUID reviewer, Reading reading, UnitOfWork work) {
        return desk.perform(caseId, new CommitReading(reviewer), work)
                .call(() -> fits(caseId, reading, work))
                .call(() -> readings.keep(caseId, reviewer, reading, work))
                .call(() -> doubleReading.begin(caseId, work));
    }

    private Uni<Void> fits(UUID caseId, Reading reading, UnitOfWork work) {
        return cases.facts(caseId, work)
                .map(facts -> facts.submitted().opinionForm().axes())
                .invoke(axes -> ReadingForm.check(reading, axes))
                .replaceWithVoid();
    }
}
