package org.consilium.documents.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.kit.events.EventJson;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.UnitOfWork;

/** Keeps each case's assessment true, and tells when it changes. */
@ApplicationScoped
public class ChecklistDesk {

    private final Shelves shelves;
    private final Outbox outbox;

    ChecklistDesk(Shelves shelves, Outbox outbox) {
        this.shelves = shelves;
        this.outbox = outbox;
    }

    /** Uploads may begin; repeatable. */
    public Uni<Void> open(UUID caseId, UnitOfWork work) {
        return shelves.openForUpdate(caseId, work).replaceWithVoid();
    }

    /** The checklist is known from now on, and so is the first answer. */
    public Uni<Void> submit(CaseSubmitted event, LocalDate submittedOn, UnitOfWork work) {
        return shelves.openForUpdate(event.caseId(), work)
                .invoke(
                        shelf -> {
                            shelf.submission = EventJson.write(event);
                            shelf.submittedOn = submittedOn;
                        })
                .chain(shelf -> assess(shelf, work));
    }

    public Uni<Void> end(UUID caseId, UnitOfWork work) {
        return shelves.openForUpdate(caseId, work)
                .invoke(shelf -> shelf.endedAt = work.now())
                .replaceWithVoid();
    }

    /** Not found when nobody told of the case. Holds the shelf until the transaction ends. */
    public Uni<Boolean> caseHasEnded(UUID caseId, UnitOfWork work) {
        return shelves.forUpdate(caseId, work).map(shelf -> shelf.endedAt != null);
    }

    /** A document was accepted: says so, and what that makes of the records as a whole. */
    public Uni<Void> shelve(UUID caseId, List<DocumentsEvent> because, UnitOfWork work) {
        return shelves.forUpdate(caseId, work)
                .call(shelf -> outbox.appendAll(because, work))
                .chain(shelf -> assess(shelf, work));
    }

    private Uni<Void> assess(ShelfRow shelf, UnitOfWork work) {
        if (!shelf.hasChecklist()) {
            return Uni.createFrom().voidItem();
        }
        return shelves.documents(shelf.caseId, work)
                .map(
                        documents ->
                                Assessment.of(shelf.checklist(), shelf.submittedOn, documents)
                                        .announcement(shelf.caseId))
                .chain(
                        answer -> {
                            if (!shelf.differs(answer)) {
                                return Uni.createFrom().voidItem();
                            }
                            shelf.assessed = EventJson.write(answer);
                            return outbox.append(answer, work).replaceWithVoid();
                        });
    }
}
