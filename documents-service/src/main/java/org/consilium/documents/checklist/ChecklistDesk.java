package org.consilium.documents.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    /** Holds the shelf until the transaction ends; not found when nobody told of the case. */
    public Uni<Standing> standing(UUID caseId, UnitOfWork work) {
        return shelves.forUpdate(caseId, work)
                .chain(
                        shelf ->
                                shelf.hasChecklist()
                                        ? shelves.assessment(shelf, work)
                                                .map(a -> shelf.standing(a.filled()))
                                        : Uni.createFrom().item(shelf.standing(Set.of())));
    }

    /**
     * The kinds of records that the case takes. Not found when nobody told of it; holds the shelf
     * until the transaction ends.
     */
    public Uni<Set<String>> kinds(UUID caseId, UnitOfWork work) {
        return shelves.forUpdate(caseId, work)
                .map(shelf -> RecordKinds.of(shelf.standing(Set.of()).kinds().values()));
    }

    /** To look at only; what is filled is left out. */
    public Uni<Standing> standing(UUID caseId) {
        return shelves.find(caseId).map(shelf -> shelf.standing(Set.of()));
    }

    /** A document was examined: says so, and what that makes of the records as a whole. */
    public Uni<Void> shelve(UUID caseId, List<DocumentsEvent> because, UnitOfWork work) {
        return shelves.forUpdate(caseId, work)
                .call(shelf -> outbox.appendAll(because, work))
                .chain(shelf -> assess(shelf, work));
    }

    /** One item as it stands; refused when there is none, or nothing is to be done any more. */
    Uni<Assessment.Item> item(ShelfRow shelf, String code, UnitOfWork work) {
        if (shelf.endedAt != null) {
            throw ChecklistRefusal.CASE_HAS_ENDED.problem();
        }
        if (!shelf.hasChecklist()) {
            throw ChecklistRefusal.NOT_ON_THE_CHECKLIST.problem();
        }
        return shelves.assessment(shelf, work)
                .map(
                        assessment ->
                                assessment
                                        .item(code)
                                        .orElseThrow(
                                                ChecklistRefusal.NOT_ON_THE_CHECKLIST::problem));
    }

    Uni<Void> assess(ShelfRow shelf, UnitOfWork work) {
        if (!shelf.hasChecklist()) {
            return Uni.createFrom().voidItem();
        }
        return shelves.assessment(shelf, work).chain(assessment -> tell(assessment, shelf, work));
    }

    /** Nobody is told that something is missing which they have just sent. */
    private Uni<Void> tell(Assessment assessment, ShelfRow shelf, UnitOfWork work) {
        var answer = assessment.announcement(shelf.caseId);
        boolean tooEarly = !answer.complete() && assessment.awaitsExamination();
        if (tooEarly || !shelf.differs(answer)) {
            return Uni.createFrom().voidItem();
        }
        shelf.assessed = EventJson.write(answer);
        return outbox.append(answer, work).replaceWithVoid();
    }
}
