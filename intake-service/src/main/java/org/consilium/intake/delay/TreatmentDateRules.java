package org.consilium.intake.delay;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.TimeBecameShort;
import org.consilium.contracts.IntakeEvent.TreatmentDateMoved;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.JudgeDelay;
import org.consilium.intake.cases.CaseCommand.MoveTreatmentDate;
import org.consilium.intake.cases.CaseState;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.AwaitingAnswer;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.InReview;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.Submission;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.delay.DelayRules.Judgement;

/** Between submission and opinion: the treatment's date moves, or the days go by. */
public final class TreatmentDateRules {

    private TreatmentDateRules() {}

    /** In a draft the date is edited like everything else. */
    public static Decision move(Case current, MoveTreatmentDate c) {
        var submission = current.state().submission();
        if (submission == null) {
            return refused(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        }
        if (c.revision() != current.content().revision()) {
            return refused(Refusal.DRAFT_WAS_CHANGED);
        }
        var dated = current.with(current.content().treatedOn(c.treatmentDate()));
        var now = judgement(dated, submission, c.at());
        var events = new ArrayList<IntakeEvent>();
        events.add(
                new TreatmentDateMoved(
                        current.id(),
                        c.movedBy(),
                        c.treatmentDate(),
                        now.expectedBy(),
                        now.delay().code()));
        if (now.delay().isShort() && now.delay() != submission.delay()) {
            events.add(becameShort(dated, now));
        }
        return new Decision.Moved(judged(dated, submission, now.delay()), events);
    }

    public static Decision judgeAgain(Case current, JudgeDelay c) {
        var submission = current.state().submission();
        if (submission == null) {
            return refused(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        }
        var now = judgement(current, submission, c.at());
        if (now.delay() == submission.delay()) {
            return refused(Refusal.ALREADY_KNOWN);
        }
        var judged = judged(current, submission, now.delay());
        return now.delay().compareTo(submission.delay()) > 0
                ? moved(judged, becameShort(current, now))
                : moved(judged);
    }

    /**
     * What the guard says now: of a draft, as if it were submitted so; null when there is no
     * opinion to come any more.
     */
    static Judgement judgement(Case current, boolean expedited, Instant at) {
        var submission = current.state().submission();
        if (submission != null) {
            return judgement(current, submission, at);
        }
        return current.state() instanceof CaseState.Draft
                ? DelayRules.judge(
                        current.content().treatmentDate(),
                        current.programme().service(current.service()).orElseThrow(),
                        expedited,
                        current.programme().delay().marginDays(),
                        current.zone(),
                        at)
                : null;
    }

    private static Judgement judgement(Case current, Submission submission, Instant at) {
        var treatment = current.content().treatmentDate();
        int margin = current.programme().delay().marginDays();
        return switch (current.state()) {
            // Nobody reads before the records are there: the whole turnaround is still to come.
            case AwaitingRecords _ ->
                    DelayRules.judge(
                            treatment,
                            current.programme().service(current.service()).orElseThrow(),
                            submission.expedited(),
                            margin,
                            current.zone(),
                            at);
            case CaseState.UnderReview review ->
                    DelayRules.judge(
                            treatment,
                            LocalDate.ofInstant(review.reading().opinionDue(), current.zone()),
                            null,
                            margin);
            case Draft _,
                    Submitted _,
                    InTriage _,
                    Ready _,
                    ReviewEnded _,
                    AfterRelease _,
                    Ended _ ->
                    DelayRules.judge(treatment, promised(current, submission, at), null, margin);
        };
    }

    /** A promise that has passed is not kept before tomorrow. */
    private static LocalDate promised(Case current, Submission submission, Instant at) {
        var today = LocalDate.ofInstant(at, current.zone());
        return submission.opinionExpectedBy().isAfter(today)
                ? submission.opinionExpectedBy()
                : today.plusDays(1);
    }

    private static TimeBecameShort becameShort(Case current, Judgement now) {
        return new TimeBecameShort(
                current.id(),
                current.content().treatmentDate(),
                now.expectedBy(),
                now.delay().code());
    }

    private static Case judged(Case current, Submission submission, Delay delay) {
        var next = submission.with(delay);
        return current.with(
                switch (current.state()) {
                    case Submitted _ -> new Submitted(next);
                    case InTriage(_, var coordinator) -> new InTriage(next, coordinator);
                    case AwaitingRecords(var triage) -> new AwaitingRecords(triage.with(next));
                    case Ready(var triage, var offers, var nobodyFound) ->
                            new Ready(triage.with(next), offers, nobodyFound);
                    case InReview(var triage, var reading) ->
                            new InReview(triage.with(next), reading);
                    case AwaitingAnswer(var triage, var reading, var open) ->
                            new AwaitingAnswer(triage.with(next), reading, open);
                    case Draft _, ReviewEnded _, AfterRelease _, Ended _ -> current.state();
                });
    }
}
