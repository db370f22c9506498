package org.consilium.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.RawRequest;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** tus 1.0, checksum extension. */
@OnRealParts
class ChecksumIT {

    private static final Map<String, String> A_PDF = Tus.metadata("blood.pdf", "11502-2");
    private static final int PART = 5 * 1024 * 1024;

    private final ACase aCase = ACase.opened();

    @Test
    void is_offered_before_anybody_tries() {
        Tus.as(AMINA)
                .options("/api/documents/cases/{id}/uploads", aCase.id())
                .then()
                .header("Tus-Extension", containsString("checksum"))
                .header("Tus-Checksum-Algorithm", "sha256,sha1");
    }

    @Nested
    class A_chunk_that_came_right {

        @Test
        void is_kept_by_either_algorithm() throws NoSuchAlgorithmException {
            var file = SampleFiles.pdfOf(2 * PART + 500);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            int from = 0;
            for (int end : new int[] {300, PART + 200, PART + 201, file.length}) {
                var chunk = Arrays.copyOfRange(file, from, end);
                var algorithm = from == 0 ? "sha1" : "sha256";
                append(upload, from, chunk, checksum(algorithm, chunk))
                        .then()
                        .statusCode(204)
                        .header("Upload-Offset", Integer.toString(end));
                from = end;
            }
            Tus.as(AMINA)
                    .get("/api/documents/{id}", Tus.idOf(upload))
                    .then()
                    .body("sha256", equalTo(SampleFiles.sha256(file)));
            Soon.is(Tus.idOf(upload), "accepted");
        }
    }

    @Nested
    class A_chunk_that_came_wrong {

        @Test
        void leaves_nothing_behind_however_many_parts_it_filled() throws NoSuchAlgorithmException {
            var file = SampleFiles.pdfOf(3 * PART + 500);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            int kept = PART + 77;
            var first = Arrays.copyOf(file, kept);
            append(upload, 0, first, checksum("sha256", first)).then().statusCode(204);

            var rest = Arrays.copyOfRange(file, kept, file.length);
            var wrong = rest.clone();
            wrong[wrong.length - 1] ^= 1;
            append(upload, kept, wrong, checksum("sha256", rest))
                    .then()
                    .statusCode(460)
                    .body("type", equalTo("urn:consilium:problem:checksum-mismatch"));
            Tus.head(AMINA, upload).then().header("Upload-Offset", Integer.toString(kept));
            assertThat(countedParts(upload)).isEqualTo(1);

            append(upload, kept, rest, checksum("sha256", rest)).then().statusCode(204);
            Tus.as(AMINA)
                    .get("/api/documents/{id}", Tus.idOf(upload))
                    .then()
                    .body("sha256", equalTo(SampleFiles.sha256(file)));
            Soon.is(Tus.idOf(upload), "accepted");
        }

        @Test
        void is_no_file_though_it_was_the_last_one() throws NoSuchAlgorithmException {
            var file = SampleFiles.pdf();
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            append(upload, 0, file, checksum("sha1", new byte[1])).then().statusCode(460);
            assertThat(Soon.stateOf(Tus.idOf(upload))).isEqualTo("uploading");
            append(upload, 0, file, checksum("sha1", file)).then().statusCode(204);
            Soon.is(Tus.idOf(upload), "accepted");
        }

        @Test
        void may_have_ended_with_its_connection() throws Exception {
            var file = SampleFiles.pdfOf(2 * PART);
            var upload = Tus.reserved(AMINA, aCase.id(), file.length, A_PDF);
            var whole = checksum("sha256", file);
            try (var line = new RawRequest(AMINA, upload, 0, file.length, whole)) {
                line.send(file, 0, PART + 4_321);
                Soon.happens(() -> partsInStore(upload));
                line.tear();
            }
            Soon.happens(() -> writers(upload) == 0);
            Tus.head(AMINA, upload).then().header("Upload-Offset", "0");
            append(upload, 0, file, whole).then().statusCode(204);
            Soon.is(Tus.idOf(upload), "accepted");
        }
    }

    @Nested
    class A_checksum {

        @Test
        void of_an_algorithm_or_length_that_is_none_is_malformed() {
            var upload = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            refused(upload, "md5 1B2M2Y8AsgTpgAmY7PhCfg==", "algorithm");
            refused(upload, "sha1 1B2M2Y8AsgTpgAmY7PhCfg==", "base64");
            refused(upload, "sha256", "base64");
            refused(upload, "sha256 ***", "base64");
        }

        private static void refused(String upload, String checksum, String rule) {
            append(upload, 0, new byte[10], checksum)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("Upload-Checksum"))
                    .body("errors[0].rule", equalTo(rule));
        }
    }

    private static Response append(String upload, long offset, byte[] bytes, String checksum) {
        return Tus.as(AMINA)
                .header("Upload-Offset", offset)
                .header("Upload-Checksum", checksum)
                .contentType(Tus.OFFSET_STREAM)
                .body(bytes)
                .patch(upload);
    }

    private static String checksum(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance(algorithm.replace("sha", "SHA-")).digest(bytes);
        return algorithm + " " + Base64.getEncoder().encodeToString(digest);
    }

    private static long countedParts(String upload) {
        return Database.number(
                "select count(*) from quarantine_part where document_id = ?", Tus.idOf(upload));
    }

    private static boolean partsInStore(String upload) {
        return Database.number(
                        """
                        select count(*) from quarantine
                        where document_id = ? and s3_upload_id is not null""",
                        Tus.idOf(upload))
                == 1;
    }

    private static long writers(String upload) {
        return Database.number(
                "select count(*) from quarantine where document_id = ? and writer is not null",
                Tus.idOf(upload));
    }
}
