package org.consilium.intake.endings;

import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.util.List;
import java.util.function.Supplier;
import org.consilium.contracts.IntakeEvent.CaseDeclined;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.DeathRecorded;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.RedirectCase;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Delivered;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.FollowUp;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.CaseState.Withdrawn;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.programme.ClosingReason;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.TurnedAway;

/** Declined, redirected, withdrawn, closed: each with a code of the programme. */
public final class EndingRules {

    private EndingRules() {}

    public static Decision decline(Case current, DeclineCase c) {
        return switch (current.state()) {
            case BeforeReview _ ->
                    withReason(
                            codes(current.programme().declineReasons()),
                            c.reason(),
                            () ->
                                    moved(
                                            current.with(new Declined(c.reason())),
                                            new CaseDeclined(
                                                    current.id(), c.coordinator(), c.reason())));
            case Draft _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    public static Decision redirect(Case current, RedirectCase c) {
        return switch (current.state()) {
            case BeforeReview _ ->
                    withReason(
                            codes(current.programme().redirectionReasons()),
                            c.reason(),
                            () ->
                                    moved(
                                            current.with(new Redirected(c.reason())),
                                            new CaseRedirected(
                                                    current.id(), c.coordinator(), c.reason())));
            case Draft _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    public static Decision withdraw(Case current, WithdrawCase c) {
        return switch (current.state()) {
            case Draft _, BeforeReview _, UnderReview _ ->
                    withReason(
                            Programme.codes(current.programme().withdrawalReasons()),
                            c.reason(),
                            () ->
                                    moved(
                                            current.with(new Withdrawn(c.reason())),
                                            new CaseWithdrawn(
                                                    current.id(), c.withdrawnBy(), c.reason())));
            case AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    /**
     * After the opinion, or after a review that staff ended. Else the patient's side withdraws, and
     * only where nobody of it is left the case is closed in their stead. After a death nobody is
     * asked for anything: whoever hears of it closes the case, and has it recorded in one that has
     * ended already.
     */
    public static Decision close(Case current, CloseCase c) {
        boolean died = c.reason().equals(PATIENT_DIED);
        return switch (current.state()) {
            case Draft _, BeforeReview _, UnderReview _, AfterRelease _ when died ->
                    CaseLifecycle.closed(current, PATIENT_DIED);
            case ReviewEnded _ -> closedWithoutOpinion(current, c);
            case Draft _, BeforeReview _, UnderReview _ when !current.isLeftAlone() ->
                    refused(Refusal.PATIENT_SIDE_STILL_THERE);
            case Draft _, BeforeReview _, UnderReview _ -> closedWithoutOpinion(current, c);
            case Delivered(_, var reading, _) when reading.amending() ->
                    refused(Refusal.REVIEWER_AT_WORK);
            case Delivered _ -> closedFor(current, c, closingReasons(current, true));
            case FollowUp _ -> refused(Refusal.FOLLOW_UP_OPEN);
            case Ended _ when died -> recordDeath(current);
            case Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision recordDeath(Case current) {
        return current.isPatientDead()
                ? refused(Refusal.ALREADY_KNOWN)
                : moved(current.withDeathRecorded(), new DeathRecorded(current.id()));
    }

    /** Nothing was answered. */
    private static Decision closedWithoutOpinion(Case current, CloseCase c) {
        var allowed = closingReasons(current, false);
        return closingReasons(current, true).contains(c.reason()) && !allowed.contains(c.reason())
                ? notNow(allowed)
                : closedFor(current, c, allowed);
    }

    private static List<String> closingReasons(Case current, boolean afterOpinion) {
        return current.programme().closingReasons().stream()
                .filter(reason -> afterOpinion || !reason.afterOpinion())
                .map(ClosingReason::code)
                .toList();
    }

    private static Decision closedFor(Case current, CloseCase c, List<String> allowed) {
        return withReason(allowed, c.reason(), () -> CaseLifecycle.closed(current, c.reason()));
    }

    private static Decision notNow(List<String> allowed) {
        return refused(
                Refusal.REASON_NOT_FOR_THIS_STATE,
                List.of(new Fault("reason", "allowed-in-this-state", "one of " + allowed)));
    }

    private static Decision withReason(
            List<String> known, String reason, Supplier<Decision> decision) {
        return known.contains(reason)
                ? decision.get()
                : CaseLifecycle.notOfThisProgramme("reason", "one of " + known);
    }

    private static List<String> codes(List<TurnedAway> reasons) {
        return reasons.stream().map(TurnedAway::code).toList();
    }
}
