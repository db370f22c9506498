package org.consilium.intake.outcome;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.intake.outcome.Outcome.Asked;
import org.consilium.intake.outcome.Outcome.Reported;
import org.consilium.intake.outcome.OutcomeRules.Decision.Moved;
import org.consilium.intake.outcome.OutcomeRules.Decision.Refused;
import org.consilium.intake.outcome.OutcomeRules.Report;
import org.consilium.intake.words.Texts;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** Load, decide, store, announce: the only place where a round is asked or answered. */
@ApplicationScoped
class OutcomeDesk {

    /** The kit says it in the caller's language, by the code. */
    private static final Texts WORDS = new Texts("problems");

    private final CaseDesk cases;
    private final Outcomes outcomes;
    private final Outbox outbox;

    OutcomeDesk(CaseDesk cases, Outcomes outcomes, Outbox outbox) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.outbox = outbox;
    }

    /** Nothing happens where nobody may be asked any more. */
    Uni<Void> ask(UUID caseId, OutcomeRound round, UnitOfWork work) {
        return cases.held(caseId, work)
                .map(current -> OutcomeRules.ask(current, round, work.now()).orElse(null))
                .onItem()
                .ifNotNull()
                .transformToUni(moved -> announced(moved, work));
    }

    /**
     * @throws Problem when there is no such case or the rules refuse it
     */
    Uni<Void> report(UUID caseId, OutcomeRound round, Report report, UnitOfWork work) {
        return cases.held(caseId, work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(current -> decided(current, round, report, work))
                .chain(moved -> announced(moved, work));
    }

    private Uni<Moved> decided(Case current, OutcomeRound round, Report report, UnitOfWork work) {
        return outcomes.of(current.id(), round, work)
                .map(found -> orProblem(OutcomeRules.report(current, found, report)));
    }

    private Uni<Void> announced(Moved moved, UnitOfWork work) {
        var stored =
                switch (moved.to()) {
                    case Asked asked -> outcomes.add(asked, work);
                    case Reported reported -> outcomes.store(reported, work);
                };
        return stored.chain(() -> outbox.append(moved.because(), work)).replaceWithVoid();
    }

    private static Moved orProblem(OutcomeRules.Decision decision) {
        return switch (decision) {
            case Moved moved -> moved;
            case Refused(var reason) -> throw problem(reason);
        };
    }

    private static Problem problem(OutcomeRefusal reason) {
        int status =
                switch (reason) {
                    case NOT_IN_THE_CONSENT -> 403;
                    case OUTCOME_NOT_ASKED,
                            OUTCOME_OVER,
                            OUTCOME_ALREADY_REPORTED,
                            PATIENT_HAS_DIED ->
                            409;
                };
        return new Problem(status, reason.code(), WORDS.text(reason.code(), "en"));
    }
}
