package org.consilium.documents.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.NADIA;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.TranslatorEngaged;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;

/** What people do about a case's translations, over HTTP. */
final class Translating {

    private final ACase aCase;

    Translating(ACase aCase) {
        this.aCase = aCase;
    }

    UUID record(String name) {
        Soon.happens(
                () ->
                        Tus.reserve(AMINA, aCase.id(), 10, Tus.metadata("a.pdf", "11502-2"))
                                        .statusCode()
                                == 201);
        var id =
                Tus.uploaded(
                        AMINA, aCase.id(), SampleFiles.pdf(name), Tus.metadata(name, "11502-2"));
        Soon.is(id, "accepted");
        return id;
    }

    UUID engaged(UUID source) {
        var until = in(Duration.ofDays(7));
        var id =
                UUID.fromString(
                        engage(source, NADIA, until).then().statusCode(201).extract().path("id"));
        assertThat(
                        Database.number(
                                "select count(*) from event where data like '%' || ? || '%'",
                                id.toString()))
                .isEqualTo(1);
        Soon.happens(
                () ->
                        aCase.published()
                                .contains(
                                        new TranslatorEngaged(
                                                aCase.id(),
                                                id,
                                                source,
                                                NADIA.id(),
                                                "ur",
                                                "en",
                                                until)));
        return id;
    }

    static Instant in(Duration time) {
        return Instant.ofEpochSecond(Instant.now().plus(time).getEpochSecond());
    }

    static Response engage(UUID source, People translator, Instant until) {
        return Tus.as(CARLA)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "translator",
                                translator.id().toString(),
                                "from",
                                "ur",
                                "to",
                                "en",
                                "until",
                                until.toString()))
                .post("/api/documents/{id}/translators", source);
    }

    static UUID translated(UUID source) {
        var file = SampleFiles.pdf("in English");
        var upload =
                reserve(NADIA, source, said(sha256(source)), file.length)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location")
                        .replaceFirst("https?://[^/]+", "");
        Tus.append(NADIA, upload, 0, file).then().statusCode(204);
        return Tus.idOf(upload);
    }

    static Map<String, String> said(String sha256) {
        return Map.of(
                "filename",
                "translation.pdf",
                "language",
                "en",
                "sourceSha256",
                sha256,
                "manner",
                "machine-assisted");
    }

    static Response reserve(People person, UUID source, Map<String, String> said) {
        return reserve(person, source, said, 10);
    }

    static Response reserve(People person, UUID source, Map<String, String> said, long bytes) {
        return Tus.as(person)
                .header("Upload-Length", bytes)
                .header("Upload-Metadata", Tus.header(said))
                .post("/api/documents/{id}/translations/uploads", source);
    }

    static String sha256(UUID document) {
        return Tus.as(AMINA).get("/api/documents/{id}", document).path("sha256");
    }

    static Response translationsOf(People reader, UUID source) {
        return Tus.as(reader).get("/api/documents/{id}/translations", source);
    }

    static Response content(People reader, UUID document) {
        return Tus.as(reader).get("/api/documents/{id}/content", document);
    }
}
