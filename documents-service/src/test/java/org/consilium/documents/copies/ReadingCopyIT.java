package org.consilium.documents.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.MALLORY;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.consilium.contracts.DocumentsEvent.CopyFailed;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.worker.DrawnFiles;
import org.consilium.documents.worker.TellingFiles;
import org.junit.jupiter.api.Test;

/** What a reviewer reads in place of a file, made by the worker process. */
@OnRealParts
class ReadingCopyIT {

    private final ACase aCase = ACase.opened().reviewedBy(CHEN);
    private final CopyLeases leases;
    private final DataSource database;

    ReadingCopyIT(CopyLeases leases, DataSource database) {
        this.leases = leases;
        this.database = database;
    }

    @Test
    void a_reviewer_reads_what_the_picture_shows_and_the_family_its_own_file() {
        var file = TellingFiles.jpeg();
        var id = accepted(file, "page.jpg");
        Soon.happens(() -> state(id).equals("made"));
        var copy = content(CHEN, id);
        copy.then().statusCode(200).contentType("image/jpeg");
        assertThat(new String(copy.asByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(TellingFiles.SECRET);
        Tus.as(AMINA)
                .get("/api/documents/{id}/copy", id)
                .then()
                .body("sha256", equalTo(SampleFiles.sha256(copy.asByteArray())))
                .body("bytes", equalTo(copy.asByteArray().length))
                .body("pages", equalTo(1));
        assertThat(content(AMINA, id).asByteArray()).isEqualTo(file);
    }

    @Test
    void pages_have_pictures_for_whoever_may_open_the_document_and_each_look_is_written_down() {
        var id = accepted(SampleFiles.pdf(), "blood.pdf");
        Soon.happens(() -> state(id).equals("made"));
        page(CHEN, id, 1).then().statusCode(200).contentType("image/jpeg");
        page(AMINA, id, 1).then().statusCode(200);
        page(CHEN, id, 2).then().statusCode(404).body("type", endsWith(":no-picture"));
        page(CARLA, id, 1).then().statusCode(404);
        page(MALLORY, id, 1).then().statusCode(404);
        assertThat(
                        Database.number(
                                "select count(*) from content_reading where document_id = ?", id))
                .isEqualTo(2);
    }

    @Test
    void a_telephone_s_picture_and_slices_are_shown_and_it_is_said_what_that_is_worth() {
        var telephone = accepted(DrawnFiles.heic(), "page.heic");
        var slices = accepted(DrawnFiles.slices(2, true, DrawnFiles.UNCOMPRESSED), "ct.dcm");
        var other = accepted(DrawnFiles.slices(1, true, DrawnFiles.JPEG_2000), "mr.dcm");
        isShown(telephone, 1, null);
        isShown(slices, 2, "orientation-only");
        isShown(other, 0, "no-picture");
        var picture = page(CHEN, telephone, 1);
        picture.then().statusCode(200).contentType("image/jpeg");
        assertThat(new String(picture.asByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(TellingFiles.SECRET);
        page(CHEN, slices, 2).then().statusCode(200);
        page(CHEN, other, 1).then().statusCode(404).body("type", endsWith(":no-picture"));
        content(CHEN, other).then().statusCode(200);
    }

    @Test
    void a_text_from_an_older_program_is_read_in_the_encoding_of_today() {
        var words = "Übelkeit, 37 °C – Hb 9,1";
        var windows = words.getBytes(Charset.forName("windows-1252"));
        var utf16 = ("\uFEFF" + words).getBytes(StandardCharsets.UTF_16LE);
        for (var file : List.of(windows, utf16)) {
            var id = accepted(file, "note.txt");
            Soon.happens(() -> state(id).equals("made"));
            var copy = content(CHEN, id);
            copy.then().statusCode(200).contentType("text/plain;charset=utf-8");
            assertThat(new String(copy.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(words);
            assertThat(content(AMINA, id).asByteArray()).isEqualTo(file);
        }
        var today = accepted(words.getBytes(StandardCharsets.UTF_8), "note.txt");
        assertThat(state(today)).isEqualTo("not-needed");
    }

    private static void isShown(UUID id, int pages, String note) {
        Soon.happens(() -> state(id).equals("made"));
        Tus.as(CHEN)
                .get("/api/documents/{id}/copy", id)
                .then()
                .body("pages", equalTo(pages))
                .body("note", equalTo(note));
    }

    @Test
    void a_file_that_the_worker_cannot_read_has_no_copy_and_holds_up_nothing() {
        var broken =
                new String(SampleFiles.pdf(), StandardCharsets.ISO_8859_1)
                        .replace("/Kids[3 0 R]", "/Kids[2 0 R 2 0 R]")
                        .getBytes(StandardCharsets.ISO_8859_1);
        var id = accepted(broken, "loop.pdf");
        Soon.happens(() -> state(id).equals("failed"));
        Tus.as(CHEN)
                .get("/api/documents/{id}/copy", id)
                .then()
                .body("reason", equalTo("cannot-be-read"));
        Soon.happens(
                () ->
                        aCase.published()
                                .contains(
                                        new CopyFailed(
                                                aCase.id(), id, AMINA.id(), "cannot-be-read")));
        content(CHEN, id).then().statusCode(409).body("type", endsWith("preview-failed"));
        page(AMINA, id, 1).then().statusCode(409);
        assertThat(content(AMINA, id).asByteArray()).isEqualTo(broken);
        var next = accepted(SampleFiles.pdf(), "next.pdf");
        Soon.happens(() -> state(next).equals("made"));
    }

    @Test
    void a_worker_s_place_that_died_is_taken_by_another() {
        var id = accepted(SampleFiles.pdf(), "blood.pdf");
        Soon.happens(() -> state(id).equals("made"));
        Database.change("delete from derived_object where document_id = ?", id);
        Database.change(
                "update reading_copy set state = 'wanted', lease = gen_random_uuid(), try_at = now() + interval '2 seconds' where document_id = ?",
                id);
        content(CHEN, id).then().statusCode(409).body("type", endsWith("copy-being-made"));
        Soon.happens(() -> state(id).equals("made"));
        content(CHEN, id).then().statusCode(200);
    }

    /** It is asked for four times a minute, however many copies there are. */
    @Test
    void those_that_failed_are_counted_by_their_index() throws SQLException {
        var sql = new FailedCopies().figures().getFirst().sql();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var plan = statement.executeQuery("explain (format json) " + sql)) {
                plan.next();
                assertThat(plan.getString(1)).contains("reading_copy_failed");
            } finally {
                statement.execute("reset enable_seqscan");
            }
        }
    }

    @Test
    void whoever_is_at_a_copy_stays_at_it_and_is_heard_of_all_the_time() {
        var id = accepted(SampleFiles.pdf(), "blood.pdf");
        Soon.happens(() -> state(id).equals("made"));
        Database.change("delete from derived_object where document_id = ?", id);
        var lease = UUID.randomUUID();
        var over = new CompletableFuture<Void>();
        leases.holding(lease, () -> Uni.createFrom().completionStage(over))
                .subscribe()
                .with(nothing -> {});
        Database.change(
                "update reading_copy set state = 'wanted', lease = ?, try_at = now() + interval '10 minutes' where document_id = ?",
                lease,
                id);
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from reading_copy where document_id = ? and try_at < now() + interval '1 minute'",
                                        id)
                                == 1);
        over.complete(null);
        Database.change("update reading_copy set try_at = now() where document_id = ?", id);
        Soon.happens(() -> state(id).equals("made"));
    }

    private UUID accepted(byte[] file, String name) {
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from case_access where case_id = ? and person = ?",
                                        aCase.id(),
                                        CHEN.id())
                                == 1);
        var id = Tus.uploaded(AMINA, aCase.id(), file, Tus.metadata(name, "11502-2"));
        Soon.is(id, "accepted");
        return id;
    }

    private static String state(UUID id) {
        return Tus.as(AMINA).get("/api/documents/{id}/copy", id).path("state");
    }

    private static Response content(People person, UUID id) {
        return Tus.as(person).get("/api/documents/{id}/content", id);
    }

    private static Response page(People person, UUID id, int page) {
        return Tus.as(person).get("/api/documents/{id}/pages/{page}", id, page);
    }
}
