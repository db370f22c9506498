package org.consilium.intake.heard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.intake.clocks.Deliveries;
import org.consilium.intake.desk.FollowUpEnd;
import org.consilium.intake.outcome.OutcomeDue;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.work.UnitOfWork;

/** What begins with an opinion that is with the patient. */
@ApplicationScoped
class ReleasedOpinions {

    private final Deadlines deadlines;
    private final Deliveries deliveries;
    private final OutcomeDue outcomes;

    ReleasedOpinions(Deadlines deadlines, Deliveries deliveries, OutcomeDue outcomes) {
        this.deadlines = deadlines;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
    }

    Uni<Void> released(OpinionReleased e, Instant at, UnitOfWork work) {
        return questionsEnd(e.caseId(), e.followUpUntil(), work)
                .chain(() -> outcomes.delivered(e.caseId(), at, work))
                .chain(() -> deliveries.released(e.caseId(), at, work));
    }

    Uni<Void> amended(OpinionAmended e, UnitOfWork work) {
        return questionsEnd(e.caseId(), e.followUpUntil(), work);
    }

    private Uni<Void> questionsEnd(UUID caseId, Instant until, UnitOfWork work) {
        return deadlines.set(new Deadline(caseId, FollowUpEnd.KIND, caseId, until), work);
    }
}
