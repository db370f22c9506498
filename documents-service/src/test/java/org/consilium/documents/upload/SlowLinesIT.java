package org.consilium.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.YUSUF;
import static org.hamcrest.Matchers.endsWith;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.RawRequest;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Test;

/** Lines that bring a byte now and then. */
@OnRealParts
class SlowLinesIT {

    private static final byte[] FILE = SampleFiles.pdfOf(5_000);

    /** What a line keeps its place with to the end of the next window, also on a busy machine. */
    private static final int A_WINDOW_S_BYTES = 1_000;

    private final ACase aCase = ACase.opened();

    @Inject UploadConfig config;

    @Test
    void one_person_s_slow_lines_take_that_person_s_places_and_nobody_else_s() throws IOException {
        admit(YUSUF);
        var lines = new ArrayList<RawRequest>();
        try {
            for (int i = 0; i < config.atOncePerPerson(); i++) {
                lines.add(line(reserved(AMINA), A_WINDOW_S_BYTES));
            }
            Tus.append(AMINA, reserved(AMINA), 0, FILE)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "5")
                    .body("type", endsWith("too-many-at-once"));
            Tus.append(YUSUF, reserved(YUSUF), 0, FILE).then().statusCode(204);
        } finally {
            closeAll(lines);
        }
        var upload = reserved(AMINA);
        Soon.happens(() -> Tus.append(AMINA, upload, 0, FILE).statusCode() == 204);
    }

    @Test
    void a_line_that_brings_too_little_is_cut_and_goes_on_later_from_where_it_was()
            throws IOException {
        var upload = reserved(AMINA);
        try (var line = line(upload, 3)) {
            assertThat(line.status()).isEqualTo(408);
            assertThat(line.code()).isEqualTo("too-slow");
        }
        Soon.happens(() -> Tus.head(AMINA, upload).header("Upload-Offset").equals("3"));
        Tus.append(AMINA, upload, 3, Arrays.copyOfRange(FILE, 3, FILE.length))
                .then()
                .statusCode(204);
        Soon.is(Tus.idOf(upload), "accepted");
    }

    /** The first bytes of the file, then nothing. */
    private static RawRequest line(String upload, int bytes) throws IOException {
        var line = new RawRequest(AMINA, upload, 0, FILE.length);
        line.send(FILE, 0, bytes);
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from quarantine where document_id = ? and writer is not null",
                                        Tus.idOf(upload))
                                == 1);
        return line;
    }

    private String reserved(People person) {
        return Tus.reserved(person, aCase.id(), FILE.length, Tus.metadata("blood.pdf", "11502-2"));
    }

    private void admit(People person) {
        aCase.tell(
                Source.INTAKE,
                new ParticipantAdmitted(
                        aCase.id(), person.id(), Relation.PATIENT, Set.of(), "ur", null));
    }

    private static void closeAll(List<RawRequest> lines) throws IOException {
        for (var line : lines) {
            line.close();
        }
    }
}
