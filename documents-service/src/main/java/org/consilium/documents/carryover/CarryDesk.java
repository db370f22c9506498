package org.consilium.documents.carryover;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.documents.carryover.Carrying.Copy;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.document.Reservation.CarryOver;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.PaperDesk;
import org.consilium.documents.upload.UploadConfig;
import org.consilium.kit.work.UnitOfWork;

/** Writes down what was carried over, once its copies are there. */
@ApplicationScoped
class CarryDesk {

    private final CarriedRecords carried;
    private final DocumentDesk desk;
    private final ChecklistDesk checklist;
    private final PaperDesk papers;
    private final UploadConfig limits;

    CarryDesk(
            CarriedRecords carried,
            DocumentDesk desk,
            ChecklistDesk checklist,
            PaperDesk papers,
            UploadConfig limits) {
        this.carried = carried;
        this.desk = desk;
        this.checklist = checklist;
        this.papers = papers;
        this.limits = limits;
    }

    /** All of it or nothing; by where it came from, what the new case has of the wish then. */
    Uni<Map<UUID, UUID>> record(Wish wish, Carrying planned, UnitOfWork work) {
        return checklist
                .caseHasEnded(wish.caseId(), work)
                .chain(
                        ended ->
                                carried.carriedTo(wish.caseId(), work)
                                        .map(planned::without)
                                        .call(left -> recorded(wish, left, ended, work)))
                .map(Carrying::inNewCase);
    }

    private Uni<Void> recorded(Wish wish, Carrying left, boolean ended, UnitOfWork work) {
        var wishes =
                left.copies().stream()
                        .map(
                                copy ->
                                        new CarryOver(
                                                about(wish, copy, work),
                                                copy.source(),
                                                limits.maxBytes(),
                                                ended,
                                                work.now()))
                        .toList();
        return desk.carry(wish.caseId(), wishes, work)
                .chain(() -> each(left, copy -> placed(wish, copy, work)));
    }

    private Uni<Void> placed(Wish wish, Copy copy, UnitOfWork work) {
        var noted = carried.note(copy, wish.caseId(), wish.from(), work);
        return copy.paper() == null
                ? noted
                : noted.chain(
                        () -> papers.put(copy.paper(), copy.documentId(), copy.number(), work));
    }

    private static Uni<Void> each(Carrying left, Function<Copy, Uni<Void>> step) {
        var done = Uni.createFrom().voidItem();
        for (var copy : left.copies()) {
            done = done.chain(() -> step.apply(copy));
        }
        return done;
    }

    private static Particulars about(Wish wish, Copy copy, UnitOfWork work) {
        var source = copy.source().about();
        return new Particulars(
                copy.documentId(),
                wish.caseId(),
                source.kind(),
                source.clinicalDate(),
                source.language(),
                source.firstOpinion(),
                source.fileName(),
                wish.by(),
                source.bytes(),
                work.now(),
                copy.paper() == null ? source.form() : new Page(copy.paper()));
    }
}
