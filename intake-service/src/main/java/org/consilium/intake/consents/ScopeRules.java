package org.consilium.intake.consents;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
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

/**
 * What the patient has to allow somebody for which command. Whoever reads with the patient does not
 * by that decide for them; that the relation stands at all, the policy has looked at.
 */
public final class ScopeRules {

    /** The same in every programme. */
    static final String ACT = "act-for-me";

    private ScopeRules() {}

    /**
     * Binds those who are there by a consent. The patient and staff have none, nor has whoever
     * opened the case before they write down theirs.
     */
    public static boolean allow(Case current, UUID person, CaseCommand command, Instant now) {
        return needed(command).map(scope -> allow(current, person, scope, now)).orElse(true);
    }

    /** To do something in the patient's stead that is no command on the case. */
    public static boolean mayAct(Case current, UUID person, Instant now) {
        return allow(current, person, ACT, now);
    }

    private static boolean allow(Case current, UUID person, String scope, Instant now) {
        return current.consents().stream().noneMatch(one -> one.person().equals(person))
                || current.consents().stream()
                        .filter(one -> one.person().equals(person) && one.standsAt(now))
                        .anyMatch(one -> one.scopes().contains(scope));
    }

    /** Empty where no consent is asked for. */
    public static Optional<String> needed(CaseCommand command) {
        return Optional.ofNullable(
                switch (command) {
                    case EditDraft _, AcknowledgeBoundaries _, SubmitCase _ -> ACT;
                    case MoveTreatmentDate _, WithdrawCase _, CloseCase _ -> ACT;
                    case AgreeToPrice _, OpenFollowOn _ -> ACT;
                    // Their own rules say who: a consent is the patient's.
                    case RecordConsent _, RevokeConsent _ -> null;
                    case StartTriage _, TriageCase _, QuotePrice _ -> null;
                    case DeclineCase _, RedirectCase _ -> null;
                    case JudgeDelay _, ExpireConsent _, ExpireDraft _, EndFollowUp _ -> null;
                    case Heard _ -> null;
                });
    }
}
