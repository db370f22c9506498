package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.SecondReaderAdmitted;
import org.consilium.contracts.ReviewEvent.SecondReaderLeft;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.SecondReadings.Second;
import org.consilium.review.lifecycle.Refusal;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReading.Asked;
import org.consilium.review.lifecycle.SecondReading.UnderWay;
import org.consilium.review.lifecycle.SecondReadingCommand;
import org.consilium.review.lifecycle.SecondReadingCommand.EndSecondReading;
import org.consilium.review.lifecycle.SecondReadingLifecycle;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision.Moved;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision.Refused;
import org.consilium.review.reviewers.Places;

/**
 * Load, decide, store, announce: the only place where a second reading changes. Whoever comes here
 * holds the review first, so that the two never wait for each other.
 */
@ApplicationScoped
public class SecondReadingDesk {

    /** The kind of deadline at which whoever is asked, or reads, has not answered in time. */
    public static final String DUE = "second-reading";

    private final SecondReadings readings;
    private final CaseAccess access;
    private final Deadlines deadlines;
    private final Places places;
    private final Outbox outbox;

    SecondReadingDesk(
            SecondReadings readings,
            CaseAccess access,
            Deadlines deadlines,
            Places places,
            Outbox outbox) {
        this.readings = readings;
        this.access = access;
        this.deadlines = deadlines;
        this.places = places;
        this.outbox = outbox;
    }

    /** A refusal is an answer here; nothing was changed by it. */
    public Uni<Decision> handle(UUID caseId, SecondReadingCommand command, UnitOfWork work) {
        return readings.forUpdate(caseId, work)
                .chain(
                        row ->
                                row == null
                                        ? Uni.createFrom().item(new Refused(Refusal.NO_REVIEW))
                                        : decided(row, command, work));
    }

    /** The state it is in afterwards; a refusal fails as the problem it is at the edge. */
    public Uni<SecondReading> perform(UUID caseId, SecondReadingCommand command, UnitOfWork work) {
        return handle(caseId, command, work)
                .map(
                        decision ->
                                switch (decision) {
                                    case Moved moved -> moved.to();
                                    case Refused refused ->
                                            throw Refusals.problem(refused.reason());
                                });
    }

    /** With the review; of a case that is not read twice, nothing. */
    Uni<Void> end(UUID caseId, UnitOfWork work) {
        return handle(caseId, new EndSecondReading(), work).replaceWithVoid();
    }

    /**
     * Fails while this opinion has to wait for a second reading, and for whoever decided between
     * the two: a quality review is another pair of eyes.
     */
    public Uni<Void> requireSettled(UUID caseId, UUID opinionId, UUID checker, UnitOfWork work) {
        return readings.findLocked(caseId, work)
                .invoke(second -> requireNoHold(second, opinionId))
                .chain(() -> readings.adjudicators(caseId, work))
                .invoke(
                        adjudicators -> {
                            if (adjudicators.contains(checker)) {
                                throw Refusals.problem(Refusal.NOT_A_THIRD_PERSON);
                            }
                        })
                .replaceWithVoid();
    }

    private static void requireNoHold(Second second, UUID opinionId) {
        if (second != null) {
            SecondReadingLifecycle.holds(second.reading(), opinionId)
                    .ifPresent(
                            refusal -> {
                                throw Refusals.problem(refusal);
                            });
        }
    }

    private Uni<Decision> decided(
            SecondReadingRow row, SecondReadingCommand command, UnitOfWork work) {
        var before = row.toReading();
        var decision = SecondReadingLifecycle.decide(before, command);
        return switch (decision) {
            case Moved moved -> {
                row.become(moved.to());
                yield clocks(before, moved.to(), work)
                        .chain(() -> announced(moved, work))
                        .replaceWith(decision);
            }
            case Refused _ -> Uni.createFrom().item(decision);
        };
    }

    private Uni<Void> announced(Moved moved, UnitOfWork work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReviewEvent fact : moved.because()) {
            done = done.chain(() -> followed(fact, work));
        }
        return done.chain(() -> outbox.appendAll(moved.because(), work));
    }

    private Uni<Void> followed(ReviewEvent fact, UnitOfWork work) {
        return switch (fact) {
            case SecondReaderAdmitted e ->
                    places.take(e.reader(), e.caseId(), work)
                            .chain(() -> letIn(e.caseId(), e.reader(), null, work));
            // Not taken back but ended: that they have read stays, and they never get the case.
            case SecondReaderLeft e ->
                    places.free(e.reader(), work)
                            .chain(() -> letIn(e.caseId(), e.reader(), work.now(), work));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> letIn(UUID caseId, UUID reader, Instant until, UnitOfWork work) {
        return access.grant(caseId, reader, Relation.SECOND_READER, until, work);
    }

    private Uni<Void> clocks(SecondReading before, SecondReading after, UnitOfWork work) {
        var reader = SecondReadingRow.readerOf(before);
        var lifted =
                reader == null
                        ? Uni.createFrom().voidItem()
                        : deadlines.lift(before.caseId(), DUE, reader, work);
        return lifted.chain(() -> set(after, work));
    }

    private Uni<Void> set(SecondReading reading, UnitOfWork work) {
        return switch (reading) {
            case Asked it -> due(it.caseId(), it.reader(), it.window().until(), work);
            case UnderWay it -> due(it.caseId(), it.reader(), it.due(), work);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> due(UUID caseId, UUID reader, Instant at, UnitOfWork work) {
        return deadlines.set(new Deadline(caseId, DUE, reader, at), work);
    }
}
