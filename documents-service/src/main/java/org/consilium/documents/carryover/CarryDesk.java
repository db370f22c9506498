package org.consilium.documents.carryover;

import static org.consilium.contracts.Relation.PATIENT;
import static org.consilium.contracts.Relation.REPRESENTATIVE;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.contracts.Relation;
import org.consilium.documents.carryover.Carrying.Copy;
import org.consilium.documents.carryover.Carrying.Earlier;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.consents.Consents;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.document.Reservation.CarryOver;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.PaperDesk;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.storage.StoreAway;
import org.consilium.documents.upload.UploadConfig;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;

/**
 * Carries records over. The copies in the vault come before the rows that know them; what a crash
 * leaves between the two is swept as any copy without a row is.
 */
@ApplicationScoped
class CarryDesk {

    private static final Set<Relation> WHOSE_RECORDS = Set.of(PATIENT, REPRESENTATIVE);

    private final EarlierCases earlierCases;
    private final CarriedRecords carried;
    private final Documents documents;
    private final DocumentDesk desk;
    private final ChecklistDesk checklist;
    private final PaperDesk papers;
    private final CaseAccess access;
    private final Consents consents;
    private final ObjectStore store;
    private final UploadConfig limits;
    private final Ids ids;
    private final Clock clock;

    CarryDesk(
            EarlierCases earlierCases,
            CarriedRecords carried,
            Documents documents,
            DocumentDesk desk,
            ChecklistDesk checklist,
            PaperDesk papers,
            CaseAccess access,
            Consents consents,
            ObjectStore store,
            UploadConfig limits,
            Ids ids,
            Clock clock) {
        this.earlierCases = earlierCases;
        this.carried = carried;
        this.documents = documents;
        this.desk = desk;
        this.checklist = checklist;
        this.papers = papers;
        this.access = access;
        this.consents = consents;
        this.store = store;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody's wish; {@code wanted} is null for all that the earlier case has. */
    record Wish(UUID caseId, UUID from, Set<UUID> wanted, UUID by) {}

    /**
     * What there is to carry. Whoever has no part in the earlier case hears of it what they would
     * hear of a case that does not exist.
     */
    Uni<Carrying> plan(Wish wish) {
        return access.relations(wish.from(), wish.by(), clock.instant())
                .invoke(CarryDesk::checkTheirs)
                .chain(() -> earlierCases.isEarlier(wish.from(), wish.caseId()))
                .invoke(CarryDesk::checkLed)
                .chain(() -> consents.requireSharing(wish.from(), wish.by(), clock.instant()))
                .chain(() -> planned(wish));
    }

    private static void checkTheirs(Set<Relation> relations) {
        if (Collections.disjoint(relations, WHOSE_RECORDS)) {
            throw Problem.notFound();
        }
    }

    private static void checkLed(boolean led) {
        if (!led) {
            throw new Problem(
                    409,
                    "not-the-earlier-case",
                    "Records are carried over only from the case that led to this one.");
        }
    }

    private Uni<Carrying> planned(Wish wish) {
        return Uni.combine()
                .all()
                .unis(
                        documents.acceptedOf(wish.from()),
                        carried.objectKeys(wish.from()),
                        carried.places(wish.from()),
                        carried.carriedTo(wish.caseId()))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(
                        has ->
                                Carrying.of(
                                        new Earlier(has.getItem1(), has.getItem2(), has.getItem3()),
                                        wish.wanted(),
                                        has.getItem4(),
                                        ids::next));
    }

    /** Within the store, one after the other. */
    Uni<Void> copy(Carrying carrying) {
        return Multi.createFrom()
                .iterable(carrying.copies())
                .filter(copy -> copy.sourceKey() != null)
                .onItem()
                .transformToUniAndConcatenate(
                        copy ->
                                store.copyInVault(
                                        copy.sourceKey().toString(), copy.objectKey().toString()))
                .onItem()
                .ignoreAsUni()
                .onFailure(StoreAway.class)
                .transform(StoreAway::problem);
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
