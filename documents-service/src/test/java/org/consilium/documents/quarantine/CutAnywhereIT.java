package org.consilium.documents.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.util.Random;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.RawRequest;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that breaks again and again, at bytes that the seed chose. */
@OnRealParts
class CutAnywhereIT {

    private static final int CUTS = 6;

    private final ACase aCase = ACase.opened();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121, 77})
    void an_upload_cut_at_any_byte_goes_on_from_what_is_here_and_is_the_same_file(long seed)
            throws IOException {
        var random = new Random(seed);
        var file = SampleFiles.pdfOf(2 * PartBuffer.SIZE + random.nextInt(PartBuffer.SIZE));
        var upload =
                Tus.reserved(AMINA, aCase.id(), file.length, Tus.metadata("blood.pdf", "11502-2"));
        for (int cut = 0; cut < CUTS; cut++) {
            int from = offset(upload);
            int to = from + random.nextInt((file.length - from) / 2 + 1);
            cut(upload, file, from, to);
            assertThat(offset(upload)).as("seed " + seed + ", cut at " + to).isBetween(from, to);
        }
        int from = offset(upload);
        try (var line = new RawRequest(AMINA, upload, from, file.length - from)) {
            line.send(file, from, file.length - from);
            assertThat(line.status()).isEqualTo(204);
        }
        Tus.as(AMINA)
                .get("/api/documents/{id}", Tus.idOf(upload))
                .then()
                .body("sha256", equalTo(SampleFiles.sha256(file)));
        Soon.is(Tus.idOf(upload), "accepted");
    }

    /** Bytes that are still on their way are lost with the line, and no others. */
    private static void cut(String upload, byte[] file, int from, int to) throws IOException {
        try (var line = new RawRequest(AMINA, upload, from, file.length - from)) {
            line.send(file, from, to - from);
            Soon.happens(() -> writers(upload) == 1);
            line.tear();
        }
        Soon.happens(() -> writers(upload) == 0);
    }

    private static long writers(String upload) {
        return Database.number(
                "select count(*) from quarantine where document_id = ? and writer is not null",
                Tus.idOf(upload));
    }

    private static int offset(String upload) {
        return Integer.parseInt(Tus.head(AMINA, upload).header("Upload-Offset"));
    }
}
