package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Refusal.LEADS_READ_EVERYTHING;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_A_THIRD_PERSON;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_REVIEWER_ASKED;
import static org.consilium.review.lifecycle.Refusal.SECOND_READING_DIFFERS;
import static org.consilium.review.lifecycle.Refusal.SECOND_READING_NOT_COMPARED;
import static org.consilium.review.lifecycle.Refusal.SECOND_READING_WAITS;
import static org.consilium.review.lifecycle.SecondReading.Why.NOBODY_ACCEPTED;
import static org.consilium.review.lifecycle.SecondReading.Why.NOBODY_FOUND;
import static org.consilium.review.lifecycle.SecondReading.Why.OVERDUE;
import static org.consilium.review.lifecycle.SecondReading.Why.REVIEW_ENDED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.AdjudicationRequested;
import org.consilium.contracts.ReviewEvent.SecondReaderAdmitted;
import org.consilium.contracts.ReviewEvent.SecondReaderLeft;
import org.consilium.contracts.ReviewEvent.SecondReadingAsked;
import org.consilium.contracts.ReviewEvent.SecondReadingEnd;
import org.consilium.review.lifecycle.SecondReading.Adjudicated;
import org.consilium.review.lifecycle.SecondReading.Asked;
import org.consilium.review.lifecycle.SecondReading.Committed;
import org.consilium.review.lifecycle.SecondReading.Compared;
import org.consilium.review.lifecycle.SecondReading.InAdjudication;
import org.consilium.review.lifecycle.SecondReading.StoodDown;
import org.consilium.review.lifecycle.SecondReading.UnderWay;
import org.consilium.review.lifecycle.SecondReading.Wanted;
import org.consilium.review.lifecycle.SecondReading.Window;
import org.consilium.review.lifecycle.SecondReadingCommand.AcceptSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.AdjudicateReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.AskSecondReader;
import org.consilium.review.lifecycle.SecondReadingCommand.CommitSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.CompareReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.DeclineSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.EndSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.ExpireSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.ReportNoSecondReader;

/** Every rule of how a second reading moves, and of when the opinion waits for it. */
public final class SecondReadingLifecycle {

    private SecondReadingLifecycle() {}

    /** What the rules answer; {@code because} tells everyone else. */
    public sealed interface Decision {

        record Moved(SecondReading to, List<ReviewEvent> because) implements Decision {}

        record Refused(Refusal reason) implements Decision {}
    }

    public static Decision decide(SecondReading reading, SecondReadingCommand command) {
        return switch (command) {
            case AskSecondReader c -> ask(reading, c);
            case ReportNoSecondReader _ -> reportNobody(reading);
            case AcceptSecondReading c -> accept(reading, c);
            case DeclineSecondReading c -> decline(reading, c);
            case ExpireSecondReading c -> expire(reading, c);
            case CommitSecondReading c -> commit(reading, c);
            case CompareReadings c -> compare(reading, c);
            case AdjudicateReadings c -> adjudicate(reading, c);
            case EndSecondReading _ -> end(reading);
        };
    }

    private static Decision ask(SecondReading reading, AskSecondReader c) {
        return switch (reading) {
            case Wanted(var id, var window, var asked) ->
                    moved(
                            new Asked(id, window, asked, c.reader()),
                            new SecondReadingAsked(id, c.reader(), window.until()));
            case Asked _, UnderWay _, Committed _, Compared _ -> notNow();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notNow();
        };
    }

    private static Decision reportNobody(SecondReading reading) {
        return switch (reading) {
            case Wanted wanted -> moved(new StoodDown(wanted.caseId(), NOBODY_FOUND));
            case Asked _, UnderWay _, Committed _, Compared _ -> notNow();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notNow();
        };
    }

    private static Decision accept(SecondReading reading, AcceptSecondReading c) {
        return switch (reading) {
            case Asked it when it.reader().equals(c.reader()) && c.leads() ->
                    refused(LEADS_READ_EVERYTHING);
            case Asked(var id, var window, var asked, var reader) when reader.equals(c.reader()) ->
                    moved(
                            new UnderWay(id, window, asked, reader, c.due()),
                            new SecondReaderAdmitted(id, reader, c.due()));
            case UnderWay it when it.reader().equals(c.reader()) -> notNow();
            case Wanted _, Asked _, UnderWay _, Committed _, Compared _ -> notYou();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notYou();
        };
    }

    /** Within the window the next one is asked at once. */
    private static Decision decline(SecondReading reading, DeclineSecondReading c) {
        return switch (reading) {
            case Asked asked when asked.reader().equals(c.reader()) ->
                    moved(new Wanted(asked.caseId(), asked.window(), asked.everAsked()));
            case UnderWay it when it.reader().equals(c.reader()) ->
                    moved(
                            again(it.caseId(), it.window(), it.everAsked(), c.next()),
                            left(it, SecondReadingEnd.GIVEN_BACK));
            case Wanted _, Asked _, UnderWay _, Committed _, Compared _ -> notYou();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notYou();
        };
    }

    /** A reading that is not there when it is due keeps the opinion no longer. */
    private static Decision expire(SecondReading reading, ExpireSecondReading c) {
        return switch (reading) {
            case Asked asked when asked.reader().equals(c.reader()) ->
                    moved(again(asked.caseId(), asked.window(), asked.everAsked(), c.next()));
            case UnderWay it when it.reader().equals(c.reader()) ->
                    moved(new StoodDown(it.caseId(), OVERDUE), left(it, SecondReadingEnd.OVERDUE));
            case Wanted _, Asked _, UnderWay _, Committed _, Compared _ -> notNow();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notNow();
        };
    }

    private static SecondReading again(UUID id, Window window, Set<UUID> asked, Instant next) {
        return window.number() < Window.LAST
                ? new Wanted(id, new Window(window.number() + 1, next), asked)
                : new StoodDown(id, NOBODY_ACCEPTED);
    }

    private static SecondReaderLeft left(UnderWay reading, SecondReadingEnd why) {
        return new SecondReaderLeft(reading.caseId(), reading.reader(), why);
    }

    private static Decision commit(SecondReading reading, CommitSecondReading c) {
        return switch (reading) {
            case UnderWay it when it.reader().equals(c.reader()) ->
                    moved(
                            new Committed(it.caseId(), it.reader()),
                            left(it, SecondReadingEnd.COMMITTED));
            case Committed it when it.reader().equals(c.reader()) -> notNow();
            case Wanted _, Asked _, UnderWay _, Committed _, Compared _ -> notYou();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notYou();
        };
    }

    /** Once with each opinion: one that went back and was signed anew is compared anew. */
    private static Decision compare(SecondReading reading, CompareReadings c) {
        return switch (reading) {
            case Committed(var id, var reader) -> compared(id, reader, c);
            case Compared(var id, var reader, var opinion) when !opinion.equals(c.opinionId()) ->
                    compared(id, reader, c);
            case InAdjudication(var id, var reader, var opinion)
                    when !opinion.equals(c.opinionId()) ->
                    compared(id, reader, c);
            case Adjudicated(var id, var reader, var opinion, _)
                    when !opinion.equals(c.opinionId()) ->
                    compared(id, reader, c);
            case Wanted _, Asked _, UnderWay _, Compared _ -> notNow();
            case InAdjudication _, Adjudicated _, StoodDown _ -> notNow();
        };
    }

    private static Decision compared(UUID id, UUID reader, CompareReadings c) {
        if (reader.equals(c.clinicalLead()) || c.author().equals(c.clinicalLead())) {
            return refused(NOT_A_THIRD_PERSON);
        }
        return c.differs()
                ? moved(
                        new InAdjudication(id, reader, c.opinionId()),
                        new AdjudicationRequested(id, c.opinionId()))
                : moved(new Compared(id, reader, c.opinionId()));
    }

    private static Decision adjudicate(SecondReading reading, AdjudicateReadings c) {
        return switch (reading) {
            case InAdjudication it when !it.opinionId().equals(c.opinionId()) -> notNow();
            case InAdjudication it
                    when it.reader().equals(c.clinicalLead())
                            || c.involved().contains(c.clinicalLead()) ->
                    refused(NOT_A_THIRD_PERSON);
            case InAdjudication(var id, var reader, var opinion) ->
                    switch (c.verdict()) {
                        case FIRST_STANDS ->
                                moved(new Adjudicated(id, reader, opinion, c.clinicalLead()));
                        case SECOND_STANDS, DISCUSS -> moved(new Committed(id, reader));
                    };
            case Wanted _, Asked _, UnderWay _, Committed _, Compared _ -> notNow();
            case Adjudicated _, StoodDown _ -> notNow();
        };
    }

    /** What was read stays; whoever is asked or reads is let go. */
    private static Decision end(SecondReading reading) {
        return switch (reading) {
            case UnderWay it ->
                    moved(
                            new StoodDown(it.caseId(), REVIEW_ENDED),
                            left(it, SecondReadingEnd.REVIEW_ENDED));
            case Wanted _, Asked _, Committed _ ->
                    moved(new StoodDown(reading.caseId(), REVIEW_ENDED));
            case Compared _, InAdjudication _, Adjudicated _ ->
                    moved(new StoodDown(reading.caseId(), REVIEW_ENDED));
            case StoodDown _ -> notNow();
        };
    }

    /** Why this opinion cannot pass yet; empty when nothing about it waits for a second reading. */
    public static Optional<Refusal> holds(SecondReading reading, UUID opinionId) {
        return switch (reading) {
            case Wanted _, Asked _, UnderWay _ -> Optional.of(SECOND_READING_WAITS);
            case InAdjudication it when it.opinionId().equals(opinionId) ->
                    Optional.of(SECOND_READING_DIFFERS);
            case Compared it when it.opinionId().equals(opinionId) -> Optional.empty();
            case Adjudicated it when it.opinionId().equals(opinionId) -> Optional.empty();
            case Committed _, Compared _, InAdjudication _, Adjudicated _ ->
                    Optional.of(SECOND_READING_NOT_COMPARED);
            case StoodDown _ -> Optional.empty();
        };
    }

    private static Decision moved(SecondReading to, ReviewEvent... because) {
        return new Decision.Moved(to, List.of(because));
    }

    private static Decision refused(Refusal reason) {
        return new Decision.Refused(reason);
    }

    private static Decision notNow() {
        return refused(NOT_ALLOWED_IN_THIS_STATE);
    }

    private static Decision notYou() {
        return refused(NOT_THE_REVIEWER_ASKED);
    }
}
