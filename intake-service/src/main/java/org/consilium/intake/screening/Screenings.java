package org.consilium.intake.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.programme.Programme;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The screenings' table, and the door that only a fresh one opens. */
@ApplicationScoped
public class Screenings {

    private final Duration fresh;

    Screenings(@ConfigProperty(name = "consilium.screening-fresh") Duration fresh) {
        this.fresh = fresh;
    }

    Instant freshUntil(Instant screenedAt) {
        return screenedAt.plus(fresh);
    }

    Uni<Void> add(ScreeningRow row, UnitOfWork work) {
        return work.session().persist(row);
    }

    /** What the screening is to open: whose case, of which programme, for a patient where. */
    public record Door(UUID screening, UUID person, String programme, String country) {}

    /**
     * Spends the screening on the case. Of two cases opened with one screening, the second fails.
     *
     * @throws Problem unless it is this person's, for this programme and country, came to {@code
     *     proceed}, is fresh and not spent; says which of these it is not
     */
    public Uni<Void> spend(Door door, UUID caseId, UnitOfWork work) {
        return work.session()
                .find(ScreeningRow.class, door.screening(), LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> requireOpen(row, door, work.now()))
                .invoke(row -> row.caseId = caseId)
                .replaceWithVoid();
    }

    private void requireOpen(ScreeningRow row, Door door, Instant now) {
        var fault = fault(row, door, now);
        if (fault != null) {
            throw new Problem(
                    422,
                    "screening-not-fresh",
                    "A safety screening that came to proceed, of the last day, is needed.",
                    List.of(fault));
        }
    }

    /** Null when it opens the case. Somebody else's is as unknown as none. */
    private FieldProblem fault(ScreeningRow row, Door door, Instant now) {
        if (row == null
                || !row.person.equals(door.person())
                || !row.programme.equals(door.programme())) {
            return new FieldProblem("screening", "known", "is none of yours for this programme");
        }
        if (!row.outcome.equals(Programme.PROCEED)) {
            return new FieldProblem("screening", "proceed", "came to " + row.outcome);
        }
        if (row.caseId != null) {
            return new FieldProblem("screening", "unused", "has opened a case already");
        }
        if (!row.screenedAt.isAfter(now.minus(fresh))) {
            return new FieldProblem("screening", "fresh", "says how the patient was then");
        }
        if (row.country != null && !row.country.equals(door.country())) {
            return new FieldProblem("patient.country", "as-screened", "is another than screened");
        }
        return null;
    }
}
