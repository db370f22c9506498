package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.ConsentExpired;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.LastParticipantRemoved;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.CaseCommand.ExpireConsent;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.consents.ConsentText;

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

    private static Decision recorded(Case current, Consent asked) {
        var consent = asked.given(purpose(current));
        if (!mayRecord(current, consent)) {
            return refused(Refusal.CONSENT_IS_THE_PATIENTS);
        }
        var wording = current.programme().consent();
        if (!wording.id().equals(consent.text())
                || wording.version() != consent.textVersion()
                || !current.programme().languages().contains(consent.language())) {
            return refused(Refusal.CONSENT_TEXT_NOT_CURRENT);
        }
        var known = wording.scopes().stream().map(ConsentText.Scope::code).toList();
        if (!known.containsAll(consent.scopes())) {
            return CaseLifecycle.notOfThisProgramme("scopes", "some of " + known);
        }
        var consents = new ArrayList<>(current.consents());
        consents.add(consent);
        return moved(
                current.withConsents(consents),
                granted(current, consent),
                admitted(
                        current,
                        consent,
                        standing(consents, consent.person(), consent.recordedAt())));
    }

    /** The wording says it, not whoever writes the consent down. */
    private static String purpose(Case current) {
        return current.programme().consent().purposes().get(current.service());
    }

    /**
     * The patient lets in whom they like. Whoever opens a case for them writes down the consent
     * they were given, for themselves and once: nobody else is let in by it, and it is not widened.
     * Only where the patient has no account of their own may it be written down again.
     */
    private static boolean mayRecord(Case current, Consent consent) {
        var patient = current.patient().person();
        var recorder = consent.recordedBy();
        if (recorder.equals(patient) || isOwnCase(current, recorder)) {
            return true;
        }
        boolean first =
                current.state() instanceof Draft
                        && current.consents().stream()
                                .noneMatch(earlier -> earlier.person().equals(recorder));
        return consent.person().equals(recorder) && (patient == null || first);
    }

    private static boolean isOwnCase(Case current, UUID person) {
        return current.requester().equals(new Case.Requester(person, Relation.PATIENT));
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
        var revoked =
                new ConsentRevoked(current.id(), consent.id(), consent.person(), c.revokedBy());
        return over(current, consent, c.at(), revoked);
    }

    /** Its time is over; possible in every state, as a revocation is. */
    static Decision expire(Case current, ExpireConsent c) {
        return current.consents().stream()
                .filter(consent -> consent.id().equals(c.consentId()))
                .filter(consent -> consent.revokedAt() == null && !consent.standsAt(c.at()))
                .findFirst()
                .map(
                        consent ->
                                over(
                                        current,
                                        consent,
                                        c.at(),
                                        new ConsentExpired(
                                                current.id(), consent.id(), consent.person())))
                .orElseGet(() -> refused(Refusal.NO_SUCH_CONSENT));
    }

    /** What else the patient allowed the person still stands; without anything they are out. */
    private static Decision over(Case current, Consent consent, Instant at, IntakeEvent told) {
        var consents =
                current.consents().stream()
                        .map(other -> other.equals(consent) ? consent.revoked(at) : other)
                        .toList();
        var left = standing(consents, consent.person(), at);
        var next = current.withConsents(consents);
        if (!left.isEmpty()) {
            return moved(next, told, admitted(current, consent, left));
        }
        var removed = new ParticipantRemoved(current.id(), consent.person(), consent.relation());
        return next.isLeftAlone() && !(next.state() instanceof Ended)
                ? moved(next, told, removed, new LastParticipantRemoved(current.id()))
                : moved(next, told, removed);
    }

    private static List<Consent> standing(List<Consent> consents, UUID person, Instant at) {
        return consents.stream()
                .filter(consent -> consent.person().equals(person) && consent.standsAt(at))
                .toList();
    }

    private static boolean mayRevoke(Consent consent, RevokeConsent c) {
        return c.forThePatient()
                || consent.person().equals(c.revokedBy())
                || consent.recordedBy().equals(c.revokedBy());
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
                consent.purpose(),
                consent.scopes(),
                consent.until());
    }

    /** Several consents of one person add up: all their scopes, until the last of them ends. */
    private static ParticipantAdmitted admitted(
            Case current, Consent consent, List<Consent> standing) {
        var scopes =
                standing.stream()
                        .flatMap(one -> one.scopes().stream())
                        .collect(Collectors.toUnmodifiableSet());
        boolean open = standing.stream().anyMatch(one -> one.until() == null);
        var until = standing.stream().map(Consent::until).filter(Objects::nonNull);
        return new ParticipantAdmitted(
                current.id(),
                consent.person(),
                consent.relation(),
                scopes,
                current.language(),
                open ? null : until.max(Instant::compareTo).orElse(consent.until()));
    }
}
