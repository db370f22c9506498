package org.consilium.intake.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.OpenCase;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.consents.ScopeRules;
import org.consilium.intake.turns.Turns;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** Load, decide, store, announce: the only place where a case changes. */
@ApplicationScoped
public class CaseDesk {

    private final Cases cases;
    private final Consequences consequences;
    private final Outbox outbox;
    private final Turns turns;

    CaseDesk(Cases cases, Consequences consequences, Outbox outbox, Turns turns) {
        this.cases = cases;
        this.turns = turns;
        this.consequences = consequences;
        this.outbox = outbox;
    }

    /** A reference nobody else has. */
    public Uni<String> nextReference(UnitOfWork work) {
        return cases.nextNumber(work).map(CaseReference::of);
    }

    /**
     * Makes the draft.
     *
     * @throws Problem when the rules refuse it
     */
    public Uni<Case> open(OpenCase command, UnitOfWork work) {
        var moved = Refusals.orProblem(CaseLifecycle.open(command));
        return cases.add(moved.to(), work)
                .chain(() -> turns.begin(moved.to(), work))
                .chain(() -> announce(moved, work))
                .replaceWith(moved.to());
    }

    /**
     * A command of a person.
     *
     * @throws Problem when there is no such case or the rules refuse it
     */
    public Uni<Case> handle(UUID caseId, CaseCommand command, UnitOfWork work) {
        return decide(caseId, command, work.now(), work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(decision -> Refusals.orProblem(decision).to());
    }

    /** Nobody else changes the case until the transaction ends. */
    public Uni<Void> hold(UUID caseId, UnitOfWork work) {
        return held(caseId, work).replaceWithVoid();
    }

    /** The same, for whoever decides by it about something beside it; null when there is none. */
    public Uni<Case> held(UUID caseId, UnitOfWork work) {
        return cases.forUpdate(caseId, work);
    }

    /**
     * What the rules say to it; null when there is no such case. A refusal changes nothing.
     *
     * @param at when it happened: for what is heard, before now
     */
    public Uni<Decision> decide(UUID caseId, CaseCommand command, Instant at, UnitOfWork work) {
        return cases.forUpdate(caseId, work)
                .onItem()
                .ifNotNull()
                .transformToUni(current -> decide(current, command, at, work));
    }

    private Uni<Decision> decide(Case current, CaseCommand command, Instant at, UnitOfWork work) {
        var decision = decided(current, command, work);
        return switch (decision) {
            case Moved moved ->
                    cases.store(moved.to(), work)
                            .chain(() -> turns.pass(current, moved.to(), at, work))
                            .chain(() -> announce(moved, work))
                            .replaceWith(decision);
            case Refused _ -> Uni.createFrom().item(decision);
        };
    }

    /** A service has no consent to mind: it tells what has happened. */
    private static Decision decided(Case current, CaseCommand command, UnitOfWork work) {
        boolean allowed =
                work.actor()
                        .person()
                        .map(person -> ScopeRules.allow(current, person, command, work.now()))
                        .orElse(true);
        return allowed
                ? named(CaseLifecycle.decide(current, command), current)
                : notInTheConsent(command);
    }

    /** Whoever is refused for the case's state is told which it is in. */
    private static Decision named(Decision decision, Case current) {
        return decision instanceof Refused(var reason, var faults)
                        && reason == Refusal.NOT_ALLOWED_IN_THIS_STATE
                        && faults.isEmpty()
                ? Decision.refused(reason, List.of(fault("state", current.state().code())))
                : decision;
    }

    private static Decision notInTheConsent(CaseCommand command) {
        var needed = ScopeRules.needed(command).map(scope -> fault("scope", scope));
        return Decision.refused(Refusal.NOT_IN_THE_CONSENT, needed.stream().toList());
    }

    private static Fault fault(String rule, String code) {
        return new Fault(rule, rule, code);
    }

    private Uni<Void> announce(Moved moved, UnitOfWork work) {
        return outbox.appendAll(moved.because(), work)
                .chain(() -> consequences.ofAll(moved.because(), work));
    }
}
