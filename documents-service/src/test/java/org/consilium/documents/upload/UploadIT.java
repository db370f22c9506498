package org.consilium.documents.upload;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.YUSUF;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.RawRequest;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.document.Reservation;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class UploadIT {

    private static final Map<String, String> A_PDF = Tus.metadata("blood.pdf", "11502-2");

    /** What fills one part in the store. */
    private static final int PART = 5 * 1024 * 1024;

    private final ACase aCase = ACase.opened();

    @Nested
    class A_file {

        @Test
        void of_one_byte_is_a_file() {
            var file = "x".getBytes(StandardCharsets.US_ASCII);
            var id = Tus.uploaded(AMINA, aCase.id(), file, Tus.metadata("a.txt", "11488-4"));
            Soon.is(id, "accepted");
        }

        @Test
        void without_a_byte_is_refused_before_it_is_sent() {
            Tus.reserve(AMINA, aCase.id(), 0, A_PDF)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("Upload-Length"))
                    .body("errors[0].rule", equalTo("min"));
        }

        @Test
        void of_another_type_or_of_no_kind_is_refused_before_it_is_sent() {
            Tus.reserve(AMINA, aCase.id(), 10, Tus.metadata("a.docx", "11502-2"))
                    .then()
                    .statusCode(415)
                    .body("errors[0].field", equalTo("Upload-Metadata.filename"))
                    .body("errors[0].message", containsString("pdf"));
            Tus.reserve(AMINA, aCase.id(), 10, Tus.metadata("a.pdf", "99999-9"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].rule", equalTo("known-kind"));
        }

        @Test
        void in_pieces_to_be_put_together_is_not_offered_and_not_taken_for_a_whole_one() {
            Tus.as(AMINA)
                    .header("Upload-Length", 10)
                    .header("Upload-Concat", "partial")
                    .header("Upload-Metadata", Tus.header(A_PDF))
                    .post("/api/documents/cases/{case}/uploads", aCase.id())
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("Upload-Concat"));
        }

        @Test
        void over_the_limit_is_refused_before_it_is_sent() {
            Tus.reserve(AMINA, aCase.id(), 70L * 1024 * 1024 + 1, A_PDF)
                    .then()
                    .statusCode(413)
                    .header("Tus-Resumable", "1.0.0")
                    .body("type", containsString("too-large"));
        }

        @Test
        void of_more_than_a_part_gets_its_receipt_with_the_last_byte() {
            var file = SampleFiles.pdfOf(6 * 1024 * 1024);
            var id = Tus.uploaded(AMINA, aCase.id(), file, A_PDF);
            Tus.as(AMINA)
                    .get("/api/documents/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("bytes", equalTo(file.length))
                    .body("sha256", equalTo(SampleFiles.sha256(file)))
                    .body("kind", equalTo("11502-2"))
                    .body("fileName", equalTo("blood.pdf"))
                    .body("receivedAt", notNullValue());
            Soon.is(id, "accepted");
            assertThat(receivedEvents()).isEqualTo(1);
        }

        @Test
        void in_pieces_of_any_size_is_the_same_file() {
            var file = SampleFiles.pdfOf(PART + 70_001);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            int[] ends = {1, 70_000, PART - 1, PART, PART + 1};
            int from = 0;
            for (int end : ends) {
                Tus.append(AMINA, upload, from, Arrays.copyOfRange(file, from, end))
                        .then()
                        .statusCode(204)
                        .header("Upload-Offset", Integer.toString(end))
                        .header("Upload-Expires", notNullValue());
                from = end;
            }
            Tus.append(AMINA, upload, from, Arrays.copyOfRange(file, from, file.length))
                    .then()
                    .statusCode(204);
            Tus.as(AMINA)
                    .get("/api/documents/{id}", Tus.idOf(upload))
                    .then()
                    .body("sha256", equalTo(SampleFiles.sha256(file)));
            Soon.is(Tus.idOf(upload), "accepted");
        }
    }

    @Nested
    class A_coordinator {

        @Test
        void may_be_ahead_of_the_news_of_a_case_and_not_for_long() {
            Soon.happens(A_coordinator::isWaitedFor);
            Tus.reserve(CARLA, UUID.randomUUID(), 10, A_PDF).then().statusCode(404);
        }

        /** On a machine under load the news may take longer than anybody waits. */
        private static boolean isWaitedFor() {
            var next = ACase.unheard();
            var told = CompletableFuture.runAsync(next::open, delayedExecutor(300, MILLISECONDS));
            var answer = Tus.reserve(CARLA, next.id(), 10, A_PDF);
            told.join();
            return answer.statusCode() == 201;
        }
    }

    @Nested
    class A_request {

        @Test
        void learns_the_limits_before_anything_else() {
            Tus.as(AMINA)
                    .options("/api/documents/cases/{id}/uploads", aCase.id())
                    .then()
                    .statusCode(204)
                    .header("Tus-Version", "1.0.0")
                    .header("Tus-Max-Size", Integer.toString(70 * 1024 * 1024))
                    .header("Tus-Extension", "creation,termination,expiration,checksum");
            Tus.as(AMINA)
                    .get("/api/documents/limits")
                    .then()
                    .statusCode(200)
                    .body("maxBytes", equalTo(70 * 1024 * 1024))
                    .body("types.contentType.size()", equalTo(6));
        }

        @Test
        void is_told_where_to_go_on() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Tus.append(AMINA, upload, 0, new byte[40]);
            Tus.head(AMINA, upload)
                    .then()
                    .statusCode(200)
                    .header("Upload-Offset", "40")
                    .header("Upload-Length", "100")
                    .header("Upload-Metadata", containsString("filename "))
                    .header("Cache-Control", "no-store");
        }

        @Test
        void at_another_byte_changes_nothing() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Tus.append(AMINA, upload, 0, new byte[40]);
            for (long offset : new long[] {0, 39, 41}) {
                Tus.append(AMINA, upload, offset, new byte[10])
                        .then()
                        .statusCode(409)
                        .body("type", containsString("not-the-next-byte"));
            }
            Tus.head(AMINA, upload).then().header("Upload-Offset", "40");
        }

        @Test
        void with_more_than_announced_changes_nothing() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Tus.append(AMINA, upload, 0, new byte[101])
                    .then()
                    .statusCode(413)
                    .body("type", containsString("more-than-announced"));
            Tus.head(AMINA, upload).then().header("Upload-Offset", "0");
        }

        @Test
        void of_another_media_type_is_refused() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Tus.as(AMINA)
                    .header("Upload-Offset", 0)
                    .contentType("application/octet-stream")
                    .body(new byte[10])
                    .patch(upload)
                    .then()
                    .statusCode(415)
                    .body("type", endsWith("unsupported-media-type"));
        }

        @Test
        void without_the_protocol_s_version_is_refused() {
            io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(AMINA.token())
                    .post("/api/documents/cases/{id}/uploads", aCase.id())
                    .then()
                    .statusCode(412)
                    .header("Tus-Version", "1.0.0")
                    .body("type", endsWith("tus-version"));
        }

        @Test
        void may_be_large_only_to_an_upload() {
            Tus.as(AMINA)
                    .contentType("application/json")
                    .body(new byte[1024 * 1024 + 1])
                    .post("/api/documents/cases/{id}/uploads", aCase.id())
                    .then()
                    .statusCode(413)
                    .body("type", containsString("too-large"));
        }
    }

    @Nested
    class A_refused_body {

        @Test
        void does_not_block_the_connection_for_the_next_request() throws IOException {
            var file = SampleFiles.pdfOf(300_000);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            try (var line = new RawRequest(MALLORY, upload, 0, file.length)) {
                line.send(file);
                assertThat(line.status()).isEqualTo(404);
                line.announce(AMINA, upload, 7, file.length - 7);
                line.send(file, 7, file.length - 7);
                assertThat(line.status()).isEqualTo(409);
                line.announce(AMINA, upload, 0, file.length);
                line.send(file);
                assertThat(line.status()).isEqualTo(204);
            }
        }
    }

    @Nested
    class An_upload {

        @Test
        void is_there_for_its_uploader_only() {
            aCase.tell(
                    Source.INTAKE,
                    new ParticipantAdmitted(
                            aCase.id(), YUSUF.id(), Relation.PATIENT, Set.of(), "ur", null));
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Soon.happens(() -> Tus.reserve(YUSUF, aCase.id(), 9, A_PDF).statusCode() == 201);
            Tus.head(YUSUF, upload).then().statusCode(404);
            Tus.append(YUSUF, upload, 0, new byte[10]).then().statusCode(404);
            Tus.as(YUSUF).delete(upload).then().statusCode(404);
        }

        @Test
        void that_was_given_up_is_gone_and_its_bytes_too() {
            var upload = Tus.reserved(AMINA, aCase.id(), PART + 100, A_PDF);
            Tus.append(AMINA, upload, 0, new byte[PART + 50]).then().statusCode(204);
            Tus.as(AMINA).delete(upload).then().statusCode(204);
            Tus.head(AMINA, upload).then().statusCode(410);
            Tus.append(AMINA, upload, 0, new byte[10])
                    .then()
                    .statusCode(410)
                    .body("type", endsWith("upload-was-discarded"));
            Soon.happens(() -> quarantined(Tus.idOf(upload)) == 0);
        }

        @Test
        void that_is_complete_is_not_given_up_and_one_that_is_not_is_not_read() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Tus.append(AMINA, upload, 0, new byte[50]).then().statusCode(204);
            Tus.as(AMINA)
                    .get("/api/documents/{id}/content", Tus.idOf(upload))
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("not-all-bytes-here"));
            Tus.append(AMINA, upload, 50, new byte[50]).then().statusCode(204);
            Tus.as(AMINA)
                    .delete(upload)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("upload-is-complete"));
        }

        @Test
        void is_not_begun_while_too_many_are_unfinished() {
            for (int i = 0; i < Reservation.MAX_UNFINISHED; i++) {
                Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            }
            Tus.reserve(AMINA, aCase.id(), 100, A_PDF)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("too-many-unfinished"));
        }

        @Test
        void that_waits_too_long_for_its_last_byte_is_given_up() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            Database.change("update deadline set try_at = now() where ref = ?", Tus.idOf(upload));
            Soon.happens(() -> Tus.head(AMINA, upload).statusCode() == 410);
        }

        @Test
        void ends_with_its_case_and_no_other_begins() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            aCase.tell(Source.INTAKE, new CaseWithdrawn(aCase.id(), AMINA.id(), "changed-mind"));
            Soon.happens(() -> Tus.head(AMINA, upload).statusCode() == 410);
            Tus.reserve(AMINA, aCase.id(), 100, A_PDF)
                    .then()
                    .statusCode(409)
                    .body("type", containsString("case-has-ended"));
        }
    }

    private long receivedEvents() {
        Soon.happens(() -> !aCase.published().isEmpty());
        return aCase.published().stream().filter(DocumentReceived.class::isInstance).count();
    }

    private static long quarantined(UUID documentId) {
        return Database.number("select count(*) from quarantine where document_id = ?", documentId);
    }
}
