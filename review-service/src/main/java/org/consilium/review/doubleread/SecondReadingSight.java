package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.Reviews;
import org.consilium.review.desk.SecondReadings;
import org.consilium.review.desk.SecondReadings.Second;
import org.consilium.review.doubleread.Comparisons.Compared;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.reading.CommittedReading;
import org.consilium.review.reading.Readings;

/** Who sees what of a second reading. To everybody else there is none. */
@ApplicationScoped
class SecondReadingSight {

    private final SecondReadings seconds;
    private final Reviews reviews;
    private final Readings readings;
    private final Comparisons comparisons;
    private final Cases cases;

    SecondReadingSight(
            SecondReadings seconds,
            Reviews reviews,
            Readings readings,
            Comparisons comparisons,
            Cases cases) {
        this.seconds = seconds;
        this.reviews = reviews;
        this.readings = readings;
        this.comparisons = comparisons;
        this.cases = cases;
    }

    Uni<SecondReadingView> of(UUID caseId, UUID person, boolean lead, UnitOfWork work) {
        return seconds.find(caseId, work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(second -> seen(second, caseId, person, lead, work));
    }

    /** Whoever reads is shown no more than a reader, whatever else they are. */
    private Uni<SecondReadingView> seen(
            Second second, UUID caseId, UUID person, boolean lead, UnitOfWork work) {
        if (person.equals(second.reader())) {
            return forReader(second, caseId, work);
        }
        return lead ? forLead(second, caseId, work) : forAuthor(second, caseId, person, work);
    }

    private Uni<SecondReadingView> forReader(Second second, UUID caseId, UnitOfWork work) {
        return cases.facts(caseId, work)
                .chain(
                        facts ->
                                readings.of(caseId, second.reader(), work)
                                        .map(
                                                own ->
                                                        SecondReadingView.forReader(
                                                                second, facts, own)));
    }

    private Uni<SecondReadingView> forLead(Second second, UUID caseId, UnitOfWork work) {
        return cases.facts(caseId, work)
                .chain(
                        facts ->
                                words(second, caseId, work)
                                        .map(
                                                it ->
                                                        SecondReadingView.forLead(
                                                                second,
                                                                facts,
                                                                it.reading(),
                                                                it.comparisons())));
    }

    private Uni<SecondReadingView> forAuthor(
            Second second, UUID caseId, UUID person, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(review -> words(second, caseId, work).map(it -> authors(review, person, it)))
                .map(it -> view(caseId, second, it));
    }

    private static SecondReadingView view(UUID caseId, Second second, Words words) {
        return SecondReadingView.forAuthor(caseId, second, words.reading(), words.comparisons());
    }

    private record Words(CommittedReading reading, List<Compared> comparisons) {}

    /** Not before they have signed; and on what went back because of it they write with it. */
    private static Words authors(Review review, UUID person, Words words) {
        boolean may =
                switch (review) {
                    case Written written -> written.reviewer().equals(person);
                    case Writing writing ->
                            writing.reviewer().equals(person)
                                    && words.comparisons().stream()
                                            .anyMatch(it -> it.decision() != null);
                    default -> false;
                };
        if (!may) {
            throw Problem.notFound();
        }
        return words;
    }

    private Uni<Words> words(Second second, UUID caseId, UnitOfWork work) {
        return reading(second, caseId, work)
                .chain(reading -> comparisons.of(caseId, work).map(all -> new Words(reading, all)));
    }

    private Uni<CommittedReading> reading(Second second, UUID caseId, UnitOfWork work) {
        return second.reader() == null
                ? Uni.createFrom().nullItem()
                : readings.of(caseId, second.reader(), work);
    }
}
