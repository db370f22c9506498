package org.consilium.intake.followup;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.HearAmendmentEnded;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAnswered;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAsked;
import org.consilium.intake.cases.CaseCommand.HearOpinionAmended;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Delivered;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.FollowUp;
import org.consilium.intake.cases.CaseState.Reading;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Refusal;

/** The rules of a case whose opinion is with the patient. */
public final class FollowUpRules {

    private FollowUpRules() {}

    /** Its answer closes the case then, or the end of the amendment. */
    public static Decision end(Case current) {
        return switch (current.state()) {
            case Delivered(_, var reading, _) when reading.amending() ->
                    refused(Refusal.REVIEWER_AT_WORK);
            case Delivered _ -> CaseLifecycle.closed(current, CaseLifecycle.FOLLOW_UP_ENDED);
            case FollowUp _ -> refused(Refusal.FOLLOW_UP_OPEN);
            case Draft _, BeforeReview _, UnderReview _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    public static Decision amendmentBegun(Case current) {
        return amending(current, true);
    }

    /** The window may have gone by meanwhile. */
    public static Decision amendmentEnded(Case current, HearAmendmentEnded f) {
        return switch (current.state()) {
            case Delivered(_, _, var until) when !f.at().isBefore(until) ->
                    CaseLifecycle.closed(current, CaseLifecycle.FOLLOW_UP_ENDED);
            case AfterRelease _, Draft _, BeforeReview _, UnderReview _, Ended _ ->
                    amending(current, false);
        };
    }

    private static Decision amending(Case current, boolean isUnderWay) {
        return switch (current.state()) {
            case AfterRelease after ->
                    moved(
                            with(
                                    current,
                                    after.reading().amending(isUnderWay),
                                    after.followUpUntil()));
            case Draft _, BeforeReview _, UnderReview _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    /** An end that the clock sets later: what is open stays so. */
    public static Decision amended(Case current, HearOpinionAmended f) {
        return switch (current.state()) {
            case AfterRelease after ->
                    moved(with(current, after.reading().amending(false), f.followUpUntil()));
            case Draft _, BeforeReview _, UnderReview _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Case with(Case current, Reading reading, Instant until) {
        return switch (current.state()) {
            case Delivered(var triage, _, _) -> current.with(new Delivered(triage, reading, until));
            case FollowUp(var triage, _, _, var open) ->
                    current.with(new FollowUp(triage, reading, until, open));
            case Draft _, BeforeReview _, UnderReview _, Ended _ -> current;
        };
    }

    public static Decision asked(Case current, HearFollowUpAsked f) {
        return switch (current.state()) {
            case Delivered(var triage, var reading, var until) ->
                    moved(
                            current.with(
                                    new FollowUp(triage, reading, until, Set.of(f.followUpId()))));
            case FollowUp(var triage, var reading, var until, var open) -> {
                var more = new HashSet<>(open);
                more.add(f.followUpId());
                yield moved(current.with(new FollowUp(triage, reading, until, Set.copyOf(more))));
            }
            case Draft _, BeforeReview _, UnderReview _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    public static Decision answered(Case current, HearFollowUpAnswered f) {
        return switch (current.state()) {
            case FollowUp followUp -> answered(current, followUp, f.followUpId(), f.at());
            case Delivered _ -> refused(Refusal.ALREADY_KNOWN);
            case Draft _, BeforeReview _, UnderReview _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision answered(Case current, FollowUp at, UUID followUpId, Instant when) {
        var left = new HashSet<>(at.open());
        left.remove(followUpId);
        var until = at.followUpUntil();
        if (!left.isEmpty()) {
            var next = new FollowUp(at.triage(), at.reading(), until, Set.copyOf(left));
            return moved(current.with(next));
        }
        return when.isBefore(until) || at.reading().amending()
                ? moved(current.with(new Delivered(at.triage(), at.reading(), until)))
                : CaseLifecycle.closed(current, CaseLifecycle.FOLLOW_UP_ENDED);
    }
}
