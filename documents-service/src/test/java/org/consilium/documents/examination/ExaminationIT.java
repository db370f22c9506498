package org.consilium.documents.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.ScannerDoor;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.document.RejectionReason;
import org.consilium.documents.examination.Examiner.Unfit;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.worker.PdfFiles;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.stack.parts.VirusScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class ExaminationIT {

    private final ACase aCase = ACase.opened();

    @Inject ObjectStore store;

    @Inject Examination examination;

    @Inject Leases leases;

    @Inject Transactions transactions;

    @Inject MeterRegistry metrics;

    @AfterEach
    void the_scanner_is_there_again() {
        ScannerDoor.open();
    }

    /** An examination may take longer than its lease; whoever is at it stays at it. */
    @Test
    void a_lease_is_renewed_while_somebody_is_at_it() throws Throwable {
        ScannerDoor.shut();
        var id = upload(SampleFiles.pdf(), "a.pdf");
        var lease = UUID.randomUUID();
        Database.change(
                "update document set examiner = ?, examine_at = now() + interval '10 minutes' where id = ?",
                lease,
                id);
        VertxContextSupport.subscribeAndAwait(
                () ->
                        transactions.inTransaction(
                                Actor.service("test"), work -> leases.renew(List.of(lease), work)));
        assertThat(
                        Database.number(
                                "select count(*) from document where id = ? and examine_at < now() + interval '5 minutes'",
                                id))
                .isEqualTo(1);
    }

    @Nested
    class A_rejected_file {

        @Test
        void may_be_infected() {
            assertRejected(upload(VirusScanner.eicar(), "note.txt"), "infected");
        }

        @Test
        void may_have_a_name_that_says_something_else() {
            assertRejected(upload(SampleFiles.pdf(), "page.jpg"), "name-and-content-disagree");
        }

        @Test
        void may_be_of_no_allowed_type() {
            assertRejected(
                    upload(SampleFiles.bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0), "a.pdf"),
                    "type-not-allowed");
        }

        @Test
        void may_act_where_only_a_parser_sees_it() {
            assertRejected(upload(PdfFiles.acting("Rendition"), "a.pdf"), "active-content");
            Soon.is(upload(PdfFiles.harmless(), "b.pdf"), "accepted");
        }

        @Test
        void may_open_only_with_a_password_and_not_for_everybody() {
            assertRejected(upload(PdfFiles.encrypted("x", 128), "a.pdf"), "password-protected");
            Soon.is(upload(PdfFiles.encrypted("", 128), "b.pdf"), "accepted");
        }

        private void assertRejected(UUID id, String reason) {
            Soon.is(id, "rejected");
            Tus.as(AMINA)
                    .get("/api/documents/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("reason", equalTo(reason));
            Tus.as(AMINA)
                    .get("/api/documents/{id}/content", id)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("rejected"))
                    .body("errors[0].rule", equalTo(reason));
            Soon.happens(() -> rejections().contains(reason));
            Soon.happens(() -> quarantined(id) == 0);
        }
    }

    @Nested
    class While_the_scanner_is_away {

        @Test
        void a_document_stays_received_and_unread_and_is_accepted_when_it_is_back() {
            ScannerDoor.shut();
            var id = upload(SampleFiles.pdf(), "blood.pdf");
            Soon.happens(() -> examinations(id) >= 2);
            Tus.as(AMINA).get("/api/documents/{id}", id).then().body("state", equalTo("received"));
            Tus.as(AMINA)
                    .get("/api/documents/{id}/content", id)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("still-being-examined"));
            ScannerDoor.open();
            Soon.is(id, "accepted");
        }

        @Test
        void no_more_than_the_document_itself_waits() {
            ScannerDoor.shut();
            var first = upload(SampleFiles.pdf(), "first.pdf");
            Soon.happens(() -> examinations(first) >= 1);
            ScannerDoor.open();
            Soon.is(upload(SampleFiles.png(), "second.png"), "accepted");
        }
    }

    @Test
    void several_are_examined_at_once_and_each_once() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            all.add(upload(SampleFiles.pdf("number " + i), "page" + i + ".pdf"));
        }
        all.forEach(id -> Soon.is(id, "accepted"));
        Soon.happens(() -> acceptances() == 12);
        assertThat(all.stream().mapToLong(ExaminationIT::examinations).sum()).isZero();
    }

    @Nested
    class A_process_that_dies {

        /** What it leaves is the received row and the copy in the vault. */
        @Test
        void between_the_copy_and_the_word_leaves_a_document_that_is_accepted_once()
                throws Throwable {
            ScannerDoor.shut();
            var id = upload(SampleFiles.pdf(), "blood.pdf");
            var key = Database.text("select object_key::text from document where id = ?", id);
            VertxContextSupport.subscribeAndAwait(() -> store.copyToVault(key));
            assertThat(Soon.stateOf(id)).isEqualTo("received");
            Tus.as(AMINA)
                    .get("/api/documents/{id}/content", id)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("still-being-examined"));
            ScannerDoor.open();
            Soon.is(id, "accepted");
            Soon.happens(() -> acceptances() == 1);
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> acceptances() == 1);
        }
    }

    @Nested
    class A_lease {

        /** What a process leaves that was killed in the middle of an examination. */
        @Test
        void that_nobody_renews_leaves_the_document_to_another_replica() {
            ScannerDoor.shut();
            var id = upload(SampleFiles.pdf(), "blood.pdf");
            Soon.happens(() -> examinations(id) >= 1);
            Database.change(
                    "update document set examiner = gen_random_uuid(), examine_at = now() + interval '2 seconds' where id = ?",
                    id);
            ScannerDoor.open();
            assertThat(Soon.stateOf(id)).isEqualTo("received");
            Soon.is(id, "accepted");
        }

        @Test
        void that_is_lost_has_no_say_any_more() throws Throwable {
            ScannerDoor.shut();
            var id = upload(SampleFiles.pdf(), "blood.pdf");
            Soon.happens(() -> examinations(id) >= 1);
            var late = new Candidate(id, UUID.randomUUID(), "key", "blood.pdf", "", 1, 0);
            VertxContextSupport.subscribeAndAwait(
                    () -> examination.conclude(late, new Unfit(RejectionReason.BROKEN)));
            assertThat(Soon.stateOf(id)).isEqualTo("received");
            ScannerDoor.open();
            Soon.is(id, "accepted");
        }
    }

    @Nested
    class A_document_that_cannot_be_examined {

        @Test
        void since_its_bytes_are_others_is_stated_and_tried_once_a_day() throws Throwable {
            ScannerDoor.shut();
            var id = upload(SampleFiles.pdf(), "blood.pdf");
            var key = Database.text("select object_key::text from document where id = ?", id);
            var others = new byte[SampleFiles.pdf().length];
            VertxContextSupport.subscribeAndAwait(() -> store.put(key, others, others.length));
            Database.change("update document set examinations = 4 where id = ?", id);
            ScannerDoor.open();
            Soon.happens(() -> stuck("bytes-differ") >= 1);
            assertThat(stuck("scanner-away")).isZero();
            assertThat(
                            Database.number(
                                    "select count(*) from document where id = ? and examine_at > now() + interval '23 hours'",
                                    id))
                    .isEqualTo(1);
            Database.change("delete from quarantine where document_id = ?", id);
        }

        @Test
        void since_the_scanner_is_away_is_told_apart_and_tried_soon() {
            ScannerDoor.shut();
            var id = upload(SampleFiles.pdf(), "blood.pdf");
            Soon.happens(() -> examinations(id) >= 1);
            Database.change("update document set examinations = 5 where id = ?", id);
            Soon.happens(() -> stuck("scanner-away") >= 1);
            Database.change("update document set examine_at = now() where id = ?", id);
            ScannerDoor.open();
            Soon.is(id, "accepted");
            Soon.happens(() -> stuck("scanner-away") == 0);
        }

        private double stuck(String cause) {
            var gauge = metrics.find("examinations.stuck").tag("cause", cause).gauge();
            return gauge == null ? 0 : gauge.value();
        }
    }

    private UUID upload(byte[] file, String name) {
        return Tus.uploaded(AMINA, aCase.id(), file, Tus.metadata(name, "11502-2"));
    }

    private long acceptances() {
        return aCase.published().stream().filter(DocumentAccepted.class::isInstance).count();
    }

    private java.util.List<String> rejections() {
        return aCase.published().stream()
                .filter(DocumentRejected.class::isInstance)
                .map(event -> ((DocumentRejected) event).reason())
                .toList();
    }

    private static long examinations(UUID id) {
        return Database.number("select examinations from document where id = ?", id);
    }

    private static long quarantined(UUID id) {
        return Database.number("select count(*) from quarantine where document_id = ?", id);
    }
}
