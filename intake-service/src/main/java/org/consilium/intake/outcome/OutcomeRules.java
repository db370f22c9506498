package org.consilium.intake.outcome;

import static org.consilium.intake.outcome.OutcomeRefusal.NOT_IN_THE_CONSENT;
import static org.consilium.intake.outcome.OutcomeRefusal.OUTCOME_ALREADY_REPORTED;
import static org.consilium.intake.outcome.OutcomeRefusal.OUTCOME_NOT_ASKED;
import static org.consilium.intake.outcome.OutcomeRefusal.OUTCOME_OVER;
import static org.consilium.intake.outcome.OutcomeRefusal.PATIENT_HAS_DIED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.IntakeEvent.OutcomeReported;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Closed;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Expired;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.CaseState.Withdrawn;
import org.consilium.intake.cases.Consent;
import org.consilium.intake.consents.ScopeRules;
import org.consilium.intake.outcome.Outcome.About;
import org.consilium.intake.outcome.Outcome.Answers;
import org.consilium.intake.outcome.Outcome.Asked;
import org.consilium.intake.outcome.Outcome.Reported;

/** Every rule of asking how it went; pure. */
final class OutcomeRules {

    /** Long enough for who is in hospital; later it would tell of another time. */
    static final Duration ANSWERABLE_FOR = Duration.ofDays(30);

    private OutcomeRules() {}

    /** What somebody says; the time comes with it. */
    record Report(UUID by, Answers answers, Instant at) {}

    sealed interface Decision {
        record Moved(Outcome to, IntakeEvent because) implements Decision {}

        record Refused(OutcomeRefusal reason) implements Decision {}
    }

    /** How a round stands to whoever looks. */
    enum Standing {
        OPEN,
        ANSWERED,
        OVER
    }

    /** Empty where nobody is asked: then the round is not counted either. */
    static Optional<Decision.Moved> ask(Case current, OutcomeRound round, Instant now) {
        if (!hasOpinion(current) || current.isPatientDead() || !canAnybodyAnswer(current, now)) {
            return Optional.empty();
        }
        var about = new About(current.id(), round, now, now.plus(ANSWERABLE_FOR));
        var event = new OutcomeAsked(current.id(), round.day(), about.answerableUntil());
        return Optional.of(new Decision.Moved(new Asked(about), event));
    }

    /**
     * Once a round, for the patient's whole side: two answers would be two cases in the figures.
     *
     * @param round null when it was not asked
     */
    static Decision report(Case current, Outcome round, Report report) {
        if (!ScopeRules.mayAct(current, report.by(), report.at())) {
            return new Decision.Refused(NOT_IN_THE_CONSENT);
        }
        return switch (round) {
            case null -> new Decision.Refused(OUTCOME_NOT_ASKED);
            case Reported _ -> new Decision.Refused(OUTCOME_ALREADY_REPORTED);
            case Asked _ when current.isPatientDead() -> new Decision.Refused(PATIENT_HAS_DIED);
            case Asked(var about) when isOver(about, report.at()) ->
                    new Decision.Refused(OUTCOME_OVER);
            case Asked(var about) ->
                    new Decision.Moved(
                            new Reported(about, report.by(), report.at(), report.answers()),
                            new OutcomeReported(about.caseId(), about.round().day()));
        };
    }

    /** After a death nothing stands open. */
    static Standing standing(Outcome round, Case current, Instant now) {
        return switch (round) {
            case Reported _ -> Standing.ANSWERED;
            case Asked(var about) when current.isPatientDead() || isOver(about, now) ->
                    Standing.OVER;
            case Asked _ -> Standing.OPEN;
        };
    }

    private static boolean isOver(About about, Instant now) {
        return !now.isBefore(about.answerableUntil());
    }

    /** The question comes of a release, so what is closed by then was closed after one. */
    private static boolean hasOpinion(Case current) {
        return switch (current.state()) {
            case AfterRelease _, Closed _ -> true;
            case Draft _, BeforeReview _, UnderReview _ -> false;
            case Declined _, Redirected _, Withdrawn _, Expired _ -> false;
        };
    }

    /** The treating doctor who asked for the opinion does not say how the patient understood. */
    private static boolean canAnybodyAnswer(Case current, Instant now) {
        return current.patient().person() != null
                || representatives(current).anyMatch(one -> ScopeRules.mayAct(current, one, now));
    }

    private static Stream<UUID> representatives(Case current) {
        var opener = current.requester();
        var byConsent =
                current.consents().stream()
                        .filter(consent -> consent.relation() == Relation.REPRESENTATIVE)
                        .map(Consent::person);
        return opener.relation() == Relation.REPRESENTATIVE
                ? Stream.concat(Stream.of(opener.person()), byConsent)
                : byConsent;
    }
}
