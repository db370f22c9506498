package org.consilium.documents.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
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

        @Test
        void one_writes_and_the_other_is_told_to_wait_until_the_first_falls_silent()
                throws IOException {
            var file = SampleFiles.pdf();
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            try (var first = new RawRequest(AMINA, upload, 0, file.length)) {
                first.send(file, 0, 10);
                Soon.happens(() -> writersOf(upload) == 1);
                Tus.append(AMINA, upload, 0, file)
                        .then()
                        .statusCode(423)
                        .body("type", endsWith("upload-locked"));
                Soon.happens(() -> isSilent(upload));
                try (var second = new RawRequest(AMINA, upload, 0, file.length)) {
                    second.send(file, 0, 10);
                    Soon.happens(() -> !isSilent(upload));
                    first.send(file, 10, file.length - 10);
                    // On a busy machine it was already cut for its pace.
                    assertThat(first.status()).isIn(409, 408);
                    assertThat(first.code()).isIn("upload-taken-over", "too-slow");
                    second.send(file, 10, file.length - 10);
                    assertThat(second.status()).isEqualTo(204);
                }
            }
            Soon.is(Tus.idOf(upload), "accepted");
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

    private static boolean isSilent(String upload) {
        return Database.number(
                        "select count(*) from quarantine where document_id = ? and writer_until < now()",
                        Tus.idOf(upload))
                == 1;
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
