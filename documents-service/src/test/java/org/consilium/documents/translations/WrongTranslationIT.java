package org.consilium.documents.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.NADIA;
import static org.consilium.documents.translations.Translating.content;
import static org.consilium.documents.translations.Translating.reserve;
import static org.consilium.documents.translations.Translating.said;
import static org.consilium.documents.translations.Translating.sha256;
import static org.consilium.documents.translations.Translating.translated;
import static org.consilium.documents.translations.Translating.translationsOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.consilium.contracts.DocumentsEvent.TranslationRetracted;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.junit.jupiter.api.Test;

/** How translations go: replaced by newer ones, taken back as wrong, with their source or case. */
@OnRealParts
class WrongTranslationIT {

    private final ACase aCase = ACase.opened();
    private final Translating at = new Translating(aCase);

    @Inject DataSource database;

    @Test
    void the_newest_counts_until_it_is_taken_back_as_wrong_under_the_reviewer_s_eyes() {
        var source = at.record("note.pdf");
        at.engaged(source);
        var older = accepted(source);
        var newer = accepted(source);
        aCase.reviewedBy(CHEN);
        Soon.happens(() -> translationsOf(CHEN, source).statusCode() == 200);
        standings(source).then().body("translation.standing", contains("replaced", "current"));
        for (var each : List.of(older, newer)) {
            Soon.happens(() -> content(CHEN, each).statusCode() == 200);
        }

        retract(AMINA, newer, "incomplete").then().statusCode(404);
        retract(MALLORY, newer, "incomplete").then().statusCode(404);
        retract(NADIA, newer, "ugly").then().statusCode(400);
        retract(NADIA, source, "incomplete")
                .then()
                .statusCode(409)
                .body("type", endsWith(":not-a-translation"));
        retract(NADIA, newer, "incomplete").then().statusCode(204);

        assertThat(content(CHEN, newer).statusCode()).isEqualTo(404);
        assertThat(content(CHEN, older).statusCode()).isEqualTo(200);
        standings(source)
                .then()
                .body("translation.standing", contains("current", "retracted"))
                .body("[1].state", equalTo("withdrawn"))
                .body("[1].reason", equalTo("incomplete"));
        retract(CARLA, newer, "illegible").then().statusCode(409);
        retract(CARLA, older, "wrong-document").then().statusCode(204);
        isToldAndGone(older, source);
    }

    private void isToldAndGone(UUID translation, UUID source) {
        Soon.happens(
                () ->
                        aCase.published()
                                .contains(
                                        new TranslationRetracted(
                                                aCase.id(),
                                                translation,
                                                source,
                                                NADIA.id(),
                                                CARLA.id(),
                                                "wrong-document")));
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from quarantine where document_id = ?",
                                        translation)
                                == 0);
    }

    @Test
    void one_whose_last_byte_is_here_does_not_outlive_its_source() {
        var source = at.record("note.pdf");
        at.engaged(source);
        var reserved = reserve(NADIA, source, said(sha256(source)));
        var translation = Tus.idOf(reserved.header("Location"));
        Database.change("update document set bytes_here = bytes where id = ?", translation);

        Tus.as(AMINA)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/documents/{id}/withdrawal", source)
                .then()
                .statusCode(204);

        assertThat(Database.text("select state from document where id = ?", translation))
                .isEqualTo("discarded");
    }

    /** Who takes back a source holds its translations before the shelf: so does a case's end. */
    @Test
    void a_case_that_ends_waits_for_its_uploads_before_it_holds_the_shelf() throws SQLException {
        var source = at.record("note.pdf");
        at.engaged(source);
        var reserved = reserve(NADIA, source, said(sha256(source)));
        var translation = Tus.idOf(reserved.header("Location"));
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            held(other, "select 1 from document where id = ? for update", translation);
            aCase.tell(Source.INTAKE, new CaseClosed(aCase.id(), "answered"));
            Soon.happens(() -> Database.number(WAITING_FOR_A_DOCUMENT) > 0);
            held(other, "select 1 from shelf where case_id = ? for update nowait", aCase.id());
            other.rollback();
        }
        Soon.happens(
                () ->
                        Database.text("select state from document where id = ?", translation)
                                .equals("discarded"));
    }

    private static final String WAITING_FOR_A_DOCUMENT =
            """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%from document%for update%'""";

    private static void held(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private static UUID accepted(UUID source) {
        var id = translated(source);
        Soon.is(id, "accepted");
        return id;
    }

    private static Response standings(UUID source) {
        return translationsOf(AMINA, source);
    }

    private static Response retract(People by, UUID translation, String fault) {
        return Tus.as(by)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("fault", fault))
                .post("/api/documents/{id}/retraction", translation);
    }
}
