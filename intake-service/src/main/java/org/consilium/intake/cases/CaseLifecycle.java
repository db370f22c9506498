package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;
import static org.consilium.intake.cases.Refusal.NOT_ALLOWED_IN_THIS_STATE;

import java.util.List;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseExpired;
import org.consilium.intake.cases.CaseCommand.AcknowledgeBoundaries;
import org.consilium.intake.cases.CaseCommand.AgreeToPrice;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseCommand.EndFollowUp;
import org.consilium.intake.cases.CaseCommand.ExpireConsent;
import org.consilium.intake.cases.CaseCommand.ExpireDraft;
import org.consilium.intake.cases.CaseCommand.Heard;
import org.consilium.intake.cases.CaseCommand.JudgeDelay;
import org.consilium.intake.cases.CaseCommand.MoveTreatmentDate;
import org.consilium.intake.cases.CaseCommand.OpenFollowOn;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RedirectCase;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.SubmitCase;
import org.consilium.intake.cases.CaseCommand.TriageCase;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Closed;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.Expired;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.delay.TreatmentDateRules;
import org.consilium.intake.endings.EndingRules;
import org.consilium.intake.followon.FollowOnRules;
import org.consilium.intake.followup.FollowUpRules;
import org.consilium.intake.price.PriceRules;
import org.consilium.intake.triage.TriageRules;

/**
 * Every rule about how a case moves. The draft's rules are in {@link DraftRules}, what other
 * services tell is weighed in {@link HeardRules}; here is the rest and the list of all.
 */
public final class CaseLifecycle {

    /** Kept as the reason of a case that closed because the time for questions was over. */
    public static final String FOLLOW_UP_ENDED = "follow-up-ended";

    private CaseLifecycle() {}

    public static Decision open(OpenCase command) {
        return OpeningRules.open(command);
    }

    public static Decision decide(Case current, CaseCommand command) {
        return switch (command) {
            case EditDraft c -> DraftRules.edit(current, c);
            case AcknowledgeBoundaries c -> DraftRules.acknowledge(current, c);
            case SubmitCase c -> SubmissionRules.submit(current, c);
            case RecordConsent c -> ConsentRules.record(current, c);
            case RevokeConsent c -> ConsentRules.revoke(current, c);
            case MoveTreatmentDate c -> TreatmentDateRules.move(current, c);
            case JudgeDelay c -> TreatmentDateRules.judgeAgain(current, c);
            case ExpireConsent c -> ConsentRules.expire(current, c);
            case StartTriage c -> TriageRules.start(current, c);
            case TriageCase c -> TriageRules.triage(current, c);
            case QuotePrice c -> PriceRules.quote(current, c);
            case AgreeToPrice c -> PriceRules.agree(current, c);
            case DeclineCase c -> EndingRules.decline(current, c);
            case RedirectCase c -> EndingRules.redirect(current, c);
            case WithdrawCase c -> EndingRules.withdraw(current, c);
            case CloseCase c -> EndingRules.close(current, c);
            case OpenFollowOn c -> FollowOnRules.lead(current, c);
            case ExpireDraft _ -> expire(current);
            case EndFollowUp _ -> FollowUpRules.end(current);
            case Heard c -> HeardRules.hear(current, c);
        };
    }

    private static Decision expire(Case current) {
        return switch (current.state()) {
            case Draft _ -> moved(current.with(new Expired()), new CaseExpired(current.id()));
            case BeforeReview _, UnderReview _, AfterRelease _, Ended _ -> notHere();
        };
    }

    public static Decision closed(Case current, String reason) {
        return moved(current.with(new Closed(reason)), new CaseClosed(current.id(), reason));
    }

    public static Decision notOfThisProgramme(String field, String message) {
        return refused(
                Refusal.NOT_OF_THIS_PROGRAMME,
                List.of(new Decision.Fault(field, "known-to-programme", message)));
    }

    public static Decision notHere() {
        return refused(NOT_ALLOWED_IN_THIS_STATE);
    }
}
