package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.programme.Programme;

/** The patient's consent that somebody acts for them: recorded to the word, revoked at once. */
final class ConsentRules {

    private ConsentRules() {}

    static Decision record(Case current, RecordConsent c) {
        return switch (current.state()) {
            case Draft _, BeforeReview _, UnderReview _, AfterRelease _ ->
                    recorded(current, c.consent());
            case Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision recorded(Case current, Consent consent) {
        var wording = current.programme().consent();
        if (!wording.id().equals(consent.text())
                || wording.version() != consent.textVersion()
                || !current.programme().languages().contains(consent.language())) {
            return refused(Refusal.CONSENT_TEXT_NOT_CURRENT);
        }
        var known = wording.scopes().stream().map(Programme.Scope::code).toList();
        if (!known.containsAll(consent.scopes())) {
            return CaseLifecycle.notOfThisProgramme("scopes", "some of " + known);
        }
        var consents = new ArrayList<>(current.consents());
        consents.add(consent);
        return moved(
                current.withConsents(consents),
                granted(current, consent),
                admitted(current, consent));
    }

    /**
     * Possible even when the case has ended: the records are still there to be seen. Among
     * relatives nobody ends what the patient gave to another.
     */
    static Decision revoke(Case current, RevokeConsent c) {
        var found =
                current.consents().stream()
                        .filter(consent -> consent.id().equals(c.consentId()))
                        .filter(consent -> consent.revokedAt() == null)
                        .filter(consent -> mayRevoke(consent, c))
                        .findFirst();
        if (found.isEmpty()) {
            return refused(Refusal.NO_SUCH_CONSENT);
        }
        var consent = found.get();
        var consents =
                current.consents().stream()
                        .map(other -> other.equals(consent) ? consent.revoked(c.at()) : other)
                        .toList();
        var revoked =
                new ConsentRevoked(current.id(), consent.id(), consent.person(), c.revokedBy());
        var removed = new ParticipantRemoved(current.id(), consent.person(), consent.relation());
        return new Moved(
                current.withConsents(consents),
                hasAnother(consents, consent, c) ? List.of(revoked) : List.of(revoked, removed));
    }

    private static boolean mayRevoke(Consent consent, RevokeConsent c) {
        return c.forThePatient()
                || consent.person().equals(c.revokedBy())
                || consent.recordedBy().equals(c.revokedBy());
    }

    private static boolean hasAnother(List<Consent> consents, Consent revoked, RevokeConsent c) {
        return consents.stream()
                .filter(consent -> consent.person().equals(revoked.person()))
                .anyMatch(consent -> consent.standsAt(c.at()));
    }

    private static ConsentGranted granted(Case current, Consent consent) {
        return new ConsentGranted(
                current.id(),
                consent.id(),
                consent.recordedBy(),
                consent.person(),
                consent.text(),
                consent.textVersion(),
                consent.language(),
                consent.scopes(),
                consent.until());
    }

    private static ParticipantAdmitted admitted(Case current, Consent consent) {
        return new ParticipantAdmitted(
                current.id(),
                consent.person(),
                consent.relation(),
                consent.scopes(),
                current.language(),
                consent.until());
    }
}
