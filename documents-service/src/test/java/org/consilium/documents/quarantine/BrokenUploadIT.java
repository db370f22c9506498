package org.consilium.documents.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.RawRequest;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnRealParts
class BrokenUploadIT {

    private static final Map<String, String> A_PDF = Tus.metadata("blood.pdf", "11502-2");

    private final ACase aCase = ACase.opened();

    @Inject UploadDesk desk;

    @Nested
    class A_torn_line {

        @Test
        void loses_no_byte_that_arrived_and_the_next_request_goes_on_from_there()
                throws IOException {
            var file = SampleFiles.pdfOf(8 * 1024 * 1024);
            int sent = 7 * 1024 * 1024 + 12_345;
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            try (var line = new RawRequest(AMINA, upload, 0, file.length)) {
                line.send(file, 0, sent);
                Soon.happens(() -> offset(upload) >= PartBuffer.SIZE);
            }
            Soon.happens(() -> offset(upload) == sent);
            Tus.append(AMINA, upload, sent, Arrays.copyOfRange(file, sent, file.length))
                    .then()
                    .statusCode(204);
            Tus.as(AMINA)
                    .get("/api/documents/{id}", Tus.idOf(upload))
                    .then()
                    .body("sha256", equalTo(SampleFiles.sha256(file)));
            Soon.is(Tus.idOf(upload), "accepted");
        }

        @ParameterizedTest
        @ValueSource(ints = {1_000, PartBuffer.SIZE, PartBuffer.SIZE + 1_000})
        void after_its_last_byte_leaves_an_upload_that_is_received_whole(int size)
                throws Throwable {
            var file = SampleFiles.pdfOf(size);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            VertxContextSupport.subscribeAndAwait(
                    () ->
                            desk.open(Tus.idOf(upload), AMINA.id(), new Chunk(0, file.length, null))
                                    .call(inflow -> inflow.take(Buffer.buffer(file)))
                                    .chain(Inflow::keep));
            Soon.is(Tus.idOf(upload), "accepted");
            Tus.as(AMINA)
                    .get("/api/documents/{id}", Tus.idOf(upload))
                    .then()
                    .body("sha256", equalTo(SampleFiles.sha256(file)));
        }

        @Test
        void at_its_last_byte_leaves_one_receipt_for_each_document_or_none() throws IOException {
            var file = SampleFiles.pdf();
            for (int i = 0; i < 30; i++) {
                var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
                var line = new RawRequest(AMINA, upload, 0, file.length);
                line.send(file);
                if (i % 3 == 1) {
                    Soon.happens(() -> wasWrittenTo(upload));
                } else if (i % 3 == 2) {
                    assertThat(line.status()).isEqualTo(204);
                }
                line.tear();
            }
            Soon.happens(() -> documentsAllHereOrOpen() && writers() == 0);
            assertThat(receipts()).isEqualTo(documentsWithReceipt());
            assertThat(receipts()).isBetween(10L, 30L);
            assertThat(acceptances()).isLessThanOrEqualTo(receipts());
        }
    }

    @Nested
    class Of_two_requests {

        /** A telephone changed its network: its old line brings nothing, and nobody closes it. */
        @Test
        void the_one_whose_line_is_dead_keeps_its_bytes_before_the_other_may_write()
                throws IOException {
            var file = SampleFiles.pdfOf(5_000);
            int came = 900;
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            try (var first = new RawRequest(AMINA, upload, 0, file.length)) {
                first.send(file, 0, came);
                Soon.happens(() -> writersOf(upload) == 1);
                var asPromised = heldUntil(upload);
                Soon.happens(() -> Instant.now().isAfter(asPromised));
                Tus.append(AMINA, upload, 0, file)
                        .then()
                        .statusCode(423)
                        .header("Retry-After", "5")
                        .body("type", endsWith("upload-locked"));
                assertThat(first.status()).isEqualTo(408);
            }
            assertThat(offset(upload)).isEqualTo(came);
            Tus.append(AMINA, upload, came, Arrays.copyOfRange(file, came, file.length))
                    .then()
                    .statusCode(204);
            Soon.is(Tus.idOf(upload), "accepted");
        }

        @Test
        void the_one_whose_process_was_not_heard_of_is_too_late() throws Throwable {
            var file = SampleFiles.pdf();
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            var asleep = opened(upload, file);
            var silent = heldUntil(upload);
            Soon.happens(() -> Instant.now().isAfter(silent));
            try (var second = new RawRequest(AMINA, upload, 0, file.length)) {
                second.send(file, 0, 10);
                Soon.happens(() -> heldUntil(upload).isAfter(silent));
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(() -> VertxContextSupport.subscribeAndAwait(asleep::keep))
                        .satisfies(late -> assertThat(late.code()).isEqualTo("upload-taken-over"));
                second.send(file, 10, file.length - 10);
                assertThat(second.status()).isEqualTo(204);
            }
            Soon.is(Tus.idOf(upload), "accepted");
        }

        /** By a process that does nothing more: nobody renews its place. */
        private Inflow opened(String upload, byte[] file) throws Throwable {
            return VertxContextSupport.subscribeAndAwait(
                    () ->
                            desk.open(Tus.idOf(upload), AMINA.id(), new Chunk(0, file.length, null))
                                    .call(inflow -> inflow.take(Buffer.buffer(file).slice(0, 10))));
        }
    }

    @Nested
    class A_process_that_dies {

        @Test
        void between_the_last_byte_and_the_receipt_leaves_it_to_another_one() throws Throwable {
            var file = SampleFiles.pdfOf(PartBuffer.SIZE + 1_000);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            VertxContextSupport.subscribeAndAwait(
                    () ->
                            desk.open(Tus.idOf(upload), AMINA.id(), new Chunk(0, file.length, null))
                                    .call(inflow -> inflow.take(Buffer.buffer(file)))
                                    .call(Inflow::lastPart));
            assertThat(offset(upload)).isEqualTo(file.length);
            assertThat(Soon.stateOf(Tus.idOf(upload))).isEqualTo("uploading");
            Soon.is(Tus.idOf(upload), "accepted");
            Tus.as(AMINA)
                    .get("/api/documents/{id}", Tus.idOf(upload))
                    .then()
                    .body("sha256", equalTo(SampleFiles.sha256(file)));
        }
    }

    private long receipts() {
        return events("documents.document-received.v1");
    }

    private long acceptances() {
        return events("documents.document-accepted.v1");
    }

    private long events(String type) {
        return Database.number(
                "select count(*) from event where case_id = ? and type = ?", aCase.id(), type);
    }

    private long documentsWithReceipt() {
        return Database.number(
                "select count(*) from document where case_id = ? and sha256 is not null",
                aCase.id());
    }

    /** None has all its bytes and waits for nothing. */
    private boolean documentsAllHereOrOpen() {
        return Database.number(
                        "select count(*) from document where case_id = ? and sha256 is null and bytes_here = bytes",
                        aCase.id())
                == 0;
    }

    private long writers() {
        return Database.number(
                """
                select count(*) from quarantine q join document d on d.id = q.document_id
                where d.case_id = ? and q.writer is not null""",
                aCase.id());
    }

    private static long writersOf(String upload) {
        UUID id = Tus.idOf(upload);
        return Database.number(
                "select count(*) from quarantine where document_id = ? and writer is not null", id);
    }

    private static Instant heldUntil(String upload) {
        long millis =
                Database.number(
                        """
                        select cast(extract(epoch from writer_until) * 1000 as bigint)
                        from quarantine where document_id = ?""",
                        Tus.idOf(upload));
        return Instant.ofEpochMilli(millis);
    }

    private static boolean wasWrittenTo(String upload) {
        return Database.number(
                        "select count(*) from quarantine where document_id = ? and writer_until is not null",
                        Tus.idOf(upload))
                == 1;
    }

    private static long offset(String upload) {
        return Long.parseLong(Tus.head(AMINA, upload).header("Upload-Offset"));
    }
}
