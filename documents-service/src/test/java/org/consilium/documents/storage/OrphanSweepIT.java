package org.consilium.documents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.documents.People.AMINA;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.ScannerDoor;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class OrphanSweepIT {

    private static final int PART = 5 * 1024 * 1024;

    @Inject ObjectStore store;

    @Inject ObjectParts parts;

    @Inject Listings listings;

    @Inject OrphanSweepJob job;

    @Inject VaultSweepJob vault;

    @Inject MeterRegistry metrics;

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
        var upload = done(() -> parts.beginParts(orphan));
        done(() -> parts.putPart(orphan, upload, 1, new byte[10], 10));
        assertThat(lyingParts()).contains(orphan);

        done(() -> job.sweep(Duration.ofSeconds(-5)));

        assertThatThrownBy(() -> done(() -> store.sha256(orphan, 10)))
                .isInstanceOf(StoreAway.class);
        assertThat(lyingParts()).doesNotContain(orphan);
        ScannerDoor.open();
        Soon.is(known, "accepted");
    }

    @Test
    void an_upload_that_was_abandoned_leaves_no_part_when_its_time_is_over() throws Throwable {
        var aCase = ACase.opened();
        var upload = Tus.reserved(AMINA, aCase.id(), PART + 100, Tus.metadata("a.pdf", "11502-2"));
        Tus.append(AMINA, upload, 0, new byte[PART + 50]).then().statusCode(204);
        var key = Database.text("select object_key from document where id = ?", Tus.idOf(upload));
        assertThat(lyingParts()).contains(key);

        Database.change("update deadline set try_at = now() where ref = ?", Tus.idOf(upload));

        Soon.happens(() -> Tus.head(AMINA, upload).statusCode() == 410);
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from quarantine where document_id = ?",
                                        Tus.idOf(upload))
                                == 0);
        assertThat(lyingParts()).doesNotContain(key);
    }

    @Test
    void a_copy_in_the_vault_goes_when_its_document_was_not_accepted() throws Throwable {
        ScannerDoor.shut();
        var waiting = received();
        var rejected = received();
        for (var id : List.of(waiting, rejected)) {
            done(() -> store.copyToVault(keyOf(id)));
        }
        Database.change("update document set state = 'rejected' where id = ?", rejected);

        done(() -> vault.sweep(Duration.ofSeconds(-5)));

        assertThat(done(() -> store.isInVault(keyOf(rejected)))).isFalse();
        assertThat(done(() -> store.isInVault(keyOf(waiting)))).isTrue();
        ScannerDoor.open();
        Soon.is(waiting, "accepted");
        Database.change("delete from quarantine where document_id = ?", rejected);
    }

    /** What a process leaves that died while it carried a record over. */
    @Test
    void a_copy_for_another_case_goes_when_no_row_came_to_know_it() throws Throwable {
        var id = received();
        Soon.is(id, "accepted");
        var copy = UUID.randomUUID().toString();
        done(() -> store.copyInVault(keyOf(id), copy));
        assertThat(done(() -> store.isInVault(copy))).isTrue();

        done(() -> vault.sweep(Duration.ofSeconds(-5)));

        assertThat(done(() -> store.isInVault(copy))).isFalse();
        assertThat(done(() -> store.isInVault(keyOf(id)))).isTrue();
    }

    @Test
    void an_accepted_document_without_bytes_is_stated() throws Throwable {
        var id = received();
        Soon.is(id, "accepted");
        done(() -> vault.sweep(Duration.ofDays(2)));
        var before = missing();
        done(() -> store.remove(Bucket.VAULT, keyOf(id)));

        done(() -> vault.sweep(Duration.ofDays(2)));

        assertThat(missing()).isEqualTo(before + 1);
        Database.change("update document set state = 'rejected' where id = ?", id);
    }

    private double missing() {
        return metrics.get("objects.missing").gauge().value();
    }

    private static String keyOf(UUID documentId) {
        return Database.text("select object_key from document where id = ?", documentId);
    }

    private List<String> lyingParts() throws Throwable {
        return done(() -> listings.parts(null, null)).parts().stream()
                .map(lying -> lying.key().toString())
                .toList();
    }

    private static UUID received() {
        var aCase = ACase.opened();
        var id =
                Tus.uploaded(
                        AMINA, aCase.id(), SampleFiles.pdf(), Tus.metadata("a.pdf", "11502-2"));
        assertThat(Database.number("select count(*) from quarantine where document_id = ?", id))
                .isEqualTo(1);
        return id;
    }

    private static <T> T done(Supplier<Uni<? extends T>> step) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom().<T>deferred(step));
    }
}
