package org.consilium.documents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.documents.People.AMINA;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.ScannerDoor;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.examination.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class OrphanSweepIT {

    @Inject ObjectStore store;

    @Inject OrphanSweepJob job;

    @AfterEach
    void the_scanner_is_there_again() {
        ScannerDoor.open();
    }

    @Test
    void what_no_row_knows_goes_and_what_one_knows_stays() throws Throwable {
        ScannerDoor.shut();
        var known = received();
        var orphan = UUID.randomUUID().toString();
        done(() -> store.put(orphan, new byte[10], 10));
        var parts = done(() -> store.beginParts(orphan));

        done(() -> job.sweep(Duration.ofSeconds(-5)));

        assertThatThrownBy(() -> done(() -> store.sha256(orphan, 10)))
                .hasRootCauseMessage("Object does not exist");
        assertThatThrownBy(() -> done(() -> store.putPart(orphan, parts, 1, new byte[10], 10)))
                .isInstanceOf(StoreAway.class);
        ScannerDoor.open();
        Soon.is(known, "accepted");
    }

    private static UUID received() {
        var aCase = ACase.opened();
        var id = Tus.uploaded(AMINA, aCase.id(), Files.pdf(), Tus.metadata("a.pdf", "11502-2"));
        assertThat(Database.number("select count(*) from quarantine where document_id = ?", id))
                .isEqualTo(1);
        return id;
    }

    private static <T> T done(Supplier<Uni<? extends T>> step) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom().<T>deferred(step));
    }
}
