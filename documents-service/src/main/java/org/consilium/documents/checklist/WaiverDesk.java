package org.consilium.documents.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.documents.checklist.Assessment.State;
import org.consilium.kit.work.UnitOfWork;

/** Where an item is waived, and the waiver withdrawn: the shelf is held, and judged anew after. */
@ApplicationScoped
class WaiverDesk {

    private final Shelves shelves;
    private final Waivers waivers;
    private final ChecklistDesk checklist;

    WaiverDesk(Shelves shelves, Waivers waivers, ChecklistDesk checklist) {
        this.shelves = shelves;
        this.waivers = waivers;
        this.checklist = checklist;
    }

    /** Repeatable: who waived first, and when, stays unless the reason is another one. */
    Uni<Void> waive(UUID caseId, String item, Waiver waiver, UnitOfWork work) {
        return shelves.forUpdate(caseId, work)
                .call(shelf -> checklist.item(shelf, item, work).invoke(WaiverDesk::checkWaivable))
                .call(shelf -> replace(shelf, item, waiver, work))
                .chain(shelf -> checklist.assess(shelf, work));
    }

    Uni<Void> withdraw(UUID caseId, String item, UUID by, UnitOfWork work) {
        return shelves.forUpdate(caseId, work)
                .call(shelf -> checklist.item(shelf, item, work))
                .call(() -> waivers.withdraw(caseId, item, by, work).invoke(WaiverDesk::checkDone))
                .chain(shelf -> checklist.assess(shelf, work));
    }

    private Uni<Void> replace(ShelfRow shelf, String item, Waiver waiver, UnitOfWork work) {
        return waivers.inForce(shelf.caseId, work.session())
                .chain(
                        inForce -> {
                            var before = inForce.get(item);
                            if (before != null && before.reason() == waiver.reason()) {
                                return Uni.createFrom().voidItem();
                            }
                            return waivers.withdraw(shelf.caseId, item, waiver.waivedBy(), work)
                                    .chain(() -> waivers.add(shelf.caseId, item, waiver, work));
                        });
    }

    private static void checkWaivable(Assessment.Item item) {
        if (item.state() == State.PRESENT) {
            throw ChecklistRefusal.ITEM_IS_THERE.problem();
        }
    }

    private static void checkDone(boolean withdrawn) {
        if (!withdrawn) {
            throw ChecklistRefusal.NOT_WAIVED.problem();
        }
    }
}
