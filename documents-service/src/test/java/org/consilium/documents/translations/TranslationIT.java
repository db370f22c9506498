package org.consilium.documents.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.NADIA;
import static org.consilium.documents.translations.Translating.content;
import static org.consilium.documents.translations.Translating.engage;
import static org.consilium.documents.translations.Translating.in;
import static org.consilium.documents.translations.Translating.reserve;
import static org.consilium.documents.translations.Translating.said;
import static org.consilium.documents.translations.Translating.sha256;
import static org.consilium.documents.translations.Translating.translated;
import static org.consilium.documents.translations.Translating.translationsOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.DocumentsEvent.TranslationAdded;
import org.consilium.contracts.DocumentsEvent.TranslatorDisengaged;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.paper.Photographs;
import org.consilium.documents.worker.TellingFiles;
import org.junit.jupiter.api.Test;

/** A translator's whole way: asked, reads one document, adds its translation, and is gone. */
@OnRealParts
class TranslationIT {

    private static final ChecklistItem BLOOD =
            new ChecklistItem("blood-tests", Level.ESSENTIAL, List.of("11502-2"), null, List.of());

    private final ACase aCase = ACase.opened().submittedWith(BLOOD);
    private final Translating at = new Translating(aCase);

    @Test
    void a_translation_stands_beside_the_version_it_cites_for_everybody_who_reads_that() {
        var source = at.record("note.pdf");
        var engagement = at.engaged(source);
        var translation = translated(source);
        Soon.is(translation, "accepted");
        aCase.reviewedBy(CHEN);

        Soon.happens(() -> translationsOf(CHEN, source).statusCode() == 200);
        for (var reader : List.of(AMINA, CHEN, NADIA)) {
            translationsOf(reader, source)
                    .then()
                    .body("", hasSize(1))
                    .body("[0].id", equalTo(translation.toString()))
                    .body("[0].translation.source", equalTo(source.toString()))
                    .body("[0].translation.sourceSha256", equalTo(sha256(source)))
                    .body("[0].translation.from", equalTo("ur"))
                    .body("[0].translation.to", equalTo("en"))
                    .body("[0].translation.manner", equalTo("machine-assisted"))
                    .body("[0].translation.standing", equalTo("current"));
            Soon.happens(() -> content(reader, translation).statusCode() == 200);
            assertThat(content(reader, source).statusCode()).isEqualTo(200);
        }
        translationsOf(CARLA, source).then().body("[0].fileName", nullValue());
        assertThat(content(CARLA, translation).statusCode()).isEqualTo(404);
        isToldAsATranslation(source, translation);
        mine().then()
                .body(
                        "items.find { it.id == '" + engagement + "' }.translation",
                        equalTo(translation.toString()));
    }

    private void isToldAsATranslation(UUID source, UUID translation) {
        assertThat(aCase.published())
                .contains(
                        new TranslationAdded(
                                aCase.id(),
                                translation,
                                source,
                                sha256(source),
                                "ur",
                                "en",
                                NADIA.id(),
                                "machine-assisted"))
                .noneMatch(
                        event ->
                                event instanceof DocumentAccepted accepted
                                        && accepted.documentId().equals(translation));
    }

    @Test
    void a_translator_sees_the_one_document_and_nothing_else_of_the_case() {
        var source = at.record("note.pdf");
        var other = at.record("other.pdf");
        assertThat(content(NADIA, source).statusCode()).isEqualTo(404);
        at.engaged(source);

        Tus.as(NADIA)
                .get("/api/documents/{id}", source)
                .then()
                .statusCode(200)
                .body("fileName", nullValue());
        Soon.happens(() -> content(NADIA, source).statusCode() == 200);
        content(NADIA, source).then().header("Content-Disposition", not(containsString("note")));
        content(AMINA, source).then().header("Content-Disposition", containsString("note.pdf"));
        for (var path : List.of("", "/content", "/copy", "/pages/1", "/translations")) {
            Tus.as(NADIA).get("/api/documents/{id}" + path, other).then().statusCode(404);
        }
        reserve(NADIA, other, said(sha256(other))).then().statusCode(404);
        for (var path : List.of("documents", "checklist", "translators", "record-requests")) {
            Tus.as(NADIA)
                    .get("/api/documents/cases/{id}/" + path, aCase.id())
                    .then()
                    .statusCode(404);
        }
        Tus.reserve(NADIA, aCase.id(), 10, Tus.metadata("a.pdf", "11502-2")).then().statusCode(404);
        reserve(AMINA, source, said(sha256(source))).then().statusCode(404);
        reserve(MALLORY, source, said(sha256(source))).then().statusCode(404);
    }

    @Test
    void nothing_is_translated_but_the_version_that_is_there() {
        var source = at.record("note.pdf");
        engage(source, MALLORY, in(Duration.ofDays(1))).then().statusCode(201);
        at.engaged(source);

        reserve(NADIA, source, said("cd".repeat(32)))
                .then()
                .statusCode(409)
                .body("type", endsWith(":source-differs"));
        reserve(NADIA, source, Map.of("filename", "t.exe"))
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(4));
        var french = new LinkedHashMap<>(said(sha256(source)));
        french.put("language", "fr");
        reserve(NADIA, source, french).then().statusCode(404);
        reserve(MALLORY, source, said(sha256(source))).then().statusCode(404);
        assertThat(content(MALLORY, source).statusCode()).as("without the role").isEqualTo(404);
        engage(source, NADIA, in(Duration.ofDays(1)))
                .then()
                .statusCode(409)
                .body("type", endsWith(":already-engaged"));
        engage(source, NADIA, in(Duration.ofDays(91))).then().statusCode(400);
        engage(source, NADIA, in(Duration.ofDays(-1))).then().statusCode(400);
        var translation = translated(source);
        Soon.is(translation, "accepted");
        engage(translation, NADIA, in(Duration.ofDays(1)))
                .then()
                .statusCode(409)
                .body("type", endsWith(":not-translatable"));
        assertThat(itemState()).as("the source fills it").isEqualTo(List.of(source.toString()));
    }

    @Test
    void another_order_of_the_photographs_makes_it_a_translation_of_what_was() {
        var photographs = new Photographs(aCase);
        var first = photographs.begin(2);
        var paper = first.paper();
        var second = photographs.add(paper, 2, TellingFiles.jpeg(6));
        Soon.is(paper, "accepted");
        at.engaged(paper);
        var translation = translated(paper);
        Soon.is(translation, "accepted");

        photographs.order(AMINA, paper, second, first.id()).then().statusCode(204);

        translationsOf(AMINA, paper).then().body("[0].translation.standing", equalTo("superseded"));
        Tus.as(AMINA)
                .get("/api/documents/{id}", translation)
                .then()
                .body("translation.standing", equalTo("superseded"));
    }

    @Test
    void what_is_taken_back_is_taken_back_in_every_language() {
        var source = at.record("note.pdf");
        var engagement = at.engaged(source);
        var translation = translated(source);
        Soon.is(translation, "accepted");

        Tus.as(AMINA)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/documents/{id}/withdrawal", source)
                .then()
                .statusCode(204);

        translationsOf(AMINA, source)
                .then()
                .body("[0].state", equalTo("withdrawn"))
                .body("[0].translation.standing", equalTo("withdrawn"));
        assertThat(content(AMINA, translation).statusCode()).isEqualTo(404);
        assertThat(content(NADIA, source).statusCode()).isEqualTo(404);
        Soon.happens(
                () ->
                        aCase.published()
                                .containsAll(
                                        List.of(
                                                new DocumentWithdrawn(
                                                        aCase.id(), translation, NADIA.id()),
                                                new TranslatorDisengaged(
                                                        aCase.id(),
                                                        engagement,
                                                        source,
                                                        NADIA.id()))));
        engage(source, NADIA, in(Duration.ofDays(1))).then().statusCode(409);
    }

    @Test
    void a_translator_who_is_ended_or_whose_time_is_over_or_whose_case_has_ended_is_gone() {
        var source = at.record("note.pdf");
        var engagement = at.engaged(source);
        Soon.happens(() -> content(NADIA, source).statusCode() == 200);
        end(MALLORY, engagement).then().statusCode(404);
        end(AMINA, engagement).then().statusCode(404);
        end(CARLA, UUID.randomUUID()).then().statusCode(404);
        end(CARLA, engagement).then().statusCode(204);
        assertThat(content(NADIA, source).statusCode()).isEqualTo(404);
        end(CARLA, engagement)
                .then()
                .statusCode(409)
                .body("type", endsWith(":engagement-has-ended"));

        at.engaged(source);
        Database.change(
                "update engagement set until = now() - interval '1 second' where case_id = ? and ended_at is null",
                aCase.id());
        assertThat(content(NADIA, source).statusCode()).isEqualTo(404);
        translators().then().body("items.state", equalTo(List.of("ended", "over")));

        at.engaged(source);
        aCase.tell(Source.INTAKE, new CaseClosed(aCase.id(), "answered"));
        Soon.happens(() -> content(NADIA, source).statusCode() == 404);
        Soon.happens(() -> "ended".equals(translators().path("items[2].state")));
        engage(source, NADIA, in(Duration.ofDays(1)))
                .then()
                .statusCode(409)
                .body("type", endsWith(":case-has-ended"));
    }

    private Response end(People by, UUID engagement) {
        return Tus.as(by)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/documents/cases/{case}/translators/{id}/ending",
                        aCase.id(),
                        engagement);
    }

    private Response translators() {
        return Tus.as(AMINA).get("/api/documents/cases/{id}/translators", aCase.id());
    }

    private static Response mine() {
        return Tus.as(NADIA).get("/api/documents/translations?size=100");
    }

    private List<String> itemState() {
        return Tus.as(AMINA)
                .get("/api/documents/cases/{id}/checklist", aCase.id())
                .path("items[0].documents");
    }
}
