package org.consilium.documents.carryover;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.storage.StoreAway;
import org.consilium.kit.work.Ids;

/**
 * Everything that comes before the rows: what there is to carry, and its copies in the vault. What
 * a crash leaves of these is swept as any copy without a row is.
 */
@ApplicationScoped
class CarryPreparation {

    private final CarryRights rights;
    private final EarlierRecords earlier;
    private final ObjectStore store;
    private final Ids ids;

    CarryPreparation(CarryRights rights, EarlierRecords earlier, ObjectStore store, Ids ids) {
        this.rights = rights;
        this.earlier = earlier;
        this.store = store;
        this.ids = ids;
    }

    /** For whoever may, with every copy made. */
    Uni<Carrying> of(Wish wish) {
        return rights.require(wish)
                .chain(() -> earlier.of(wish.from(), wish.caseId()))
                .map(has -> Carrying.of(has, wish.wanted(), ids::next))
                .call(this::copied);
    }

    /** Within the store, one after the other. */
    private Uni<Void> copied(Carrying carrying) {
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
}
