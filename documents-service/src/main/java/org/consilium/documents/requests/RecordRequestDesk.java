package org.consilium.documents.requests;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.requests.Decision.Moved;
import org.consilium.documents.requests.RecordRequest.Sent;
import org.consilium.documents.requests.RecordRequestCommand.CallOffRequest;
import org.consilium.documents.requests.RecordRequestCommand.NoteFilled;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.UnitOfWork;

/**
 * Load, decide, store, announce: the only place where a request changes. The case's shelf is taken
 * before anything else, as everywhere, so a request and the document that fills it see each other.
 */
@ApplicationScoped
public class RecordRequestDesk {

    private final RecordRequests requests;
    private final ChecklistDesk checklist;
    private final Deadlines deadlines;
    private final Outbox outbox;

    RecordRequestDesk(
            RecordRequests requests, ChecklistDesk checklist, Deadlines deadlines, Outbox outbox) {
        this.requests = requests;
        this.checklist = checklist;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    Uni<Decision> draft(Wanted about, UnitOfWork work) {
        return checklist
                .standing(about.caseId(), work)
                .map(standing -> RecordRequestLifecycle.draft(about, standing))
                .call(
                        decision ->
                                decision instanceof Moved moved
                                        ? requests.add(moved.to(), work)
                                        : nothing());
    }

    Uni<Decision> handle(
            UUID caseId, UUID requestId, RecordRequestCommand command, UnitOfWork work) {
        return checklist
                .caseHasEnded(caseId, work)
                .chain(() -> requests.forUpdate(caseId, requestId, work))
                .chain(
                        row -> {
                            var decision = RecordRequestLifecycle.decide(row.toRequest(), command);
                            return (decision instanceof Moved moved
                                            ? record(row, moved, work)
                                            : nothing())
                                    .replaceWith(decision);
                        });
    }

    /** No request of the case changes until the transaction ends: its shelf is held. */
    Uni<Void> hold(UUID caseId, UnitOfWork work) {
        return checklist.caseHasEnded(caseId, work).replaceWithVoid();
    }

    /** Documents of the case may fill what was asked for. */
    public Uni<Void> noteFilled(UUID caseId, UnitOfWork work) {
        return requests.openOf(caseId, work)
                .chain(
                        open ->
                                open.isEmpty()
                                        ? nothing()
                                        : checklist
                                                .standing(caseId, work)
                                                .map(
                                                        standing ->
                                                                new NoteFilled(
                                                                        standing.filled(),
                                                                        work.now()))
                                                .chain(filled -> each(open, caseId, filled, work)));
    }

    /** The case has ended: nobody waits any more. */
    public Uni<Void> callOffOpen(UUID caseId, UnitOfWork work) {
        return requests.openOf(caseId, work)
                .chain(open -> each(open, caseId, new CallOffRequest(work.now()), work));
    }

    private Uni<Void> each(
            List<UUID> ids, UUID caseId, RecordRequestCommand command, UnitOfWork work) {
        var done = nothing();
        for (var id : ids) {
            done = done.chain(() -> handle(caseId, id, command, work)).replaceWithVoid();
        }
        return done;
    }

    private Uni<Void> record(RecordRequestRow row, Moved moved, UnitOfWork work) {
        row.store(moved.to());
        return reminder(moved.to(), work).chain(() -> outbox.appendAll(moved.because(), work));
    }

    /** Once, when the first answer is due: people remind, and nagging helps nobody. */
    private Uni<Void> reminder(RecordRequest request, UnitOfWork work) {
        var about = request.about();
        return request instanceof Sent sent
                ? deadlines.set(
                        new Deadline(
                                about.caseId(),
                                ReminderDue.KIND,
                                about.requestId(),
                                sent.answerDue()),
                        work)
                : deadlines.lift(about.caseId(), ReminderDue.KIND, about.requestId(), work);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
