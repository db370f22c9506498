package org.consilium.intake.outcome;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.work.UnitOfWork;

/** The days on which it is asked how it went; they outlast the case's end, and end with a death. */
@ApplicationScoped
public class OutcomeDue implements DeadlineHandler {

    public static final String KIND = "outcome";

    private final CaseDesk cases;
    private final OutcomeDesk desk;
    private final Deadlines deadlines;

    OutcomeDue(CaseDesk cases, OutcomeDesk desk, Deadlines deadlines) {
        this.cases = cases;
        this.desk = desk;
        this.deadlines = deadlines;
    }

    /** Counted from the first version: an amendment does not ask anew. */
    public Uni<Void> delivered(UUID caseId, Instant at, UnitOfWork work) {
        var set = Uni.createFrom().voidItem();
        for (var round : OutcomeRound.values()) {
            var due = new Deadline(caseId, KIND, round.ref(), round.after(at));
            set = set.chain(() -> deadlines.set(due, work));
        }
        return set;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return cases.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        var round = OutcomeRound.of(deadline.ref().getLeastSignificantBits()).orElseThrow();
        return desk.ask(deadline.caseId(), round, work);
    }
}
