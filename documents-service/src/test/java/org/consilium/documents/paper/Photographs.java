package org.consilium.documents.paper;

import static org.consilium.documents.People.AMINA;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.worker.TellingFiles;

/** Amina photographs a letter. */
public record Photographs(ACase aCase) {

    static final Function<UUID, Long> COUNT_OF_RECORDS =
            caseId ->
                    Database.number(
                            "select count(*) from document where case_id = ? and paper is null",
                            caseId);

    /** A photograph and what it is a page of. */
    public record Begun(UUID paper, UUID id) {}

    /** With its first page sent. */
    public Begun begin(int pages) {
        checklistIsKnown();
        var metadata = Tus.metadata("first.jpg", "11502-2");
        metadata.put("pages", Integer.toString(pages));
        var file = TellingFiles.jpeg();
        var reserved = Tus.reserve(AMINA, aCase.id(), file.length, metadata);
        reserved.then().statusCode(201);
        var upload = path(reserved);
        Tus.append(AMINA, upload, 0, file).then().statusCode(204);
        var id = Tus.idOf(upload);
        Soon.is(id, "accepted");
        return new Begun(UUID.fromString(reserved.header("Upload-Paper")), id);
    }

    public UUID add(UUID paper, int page, byte[] file) {
        var png = file[0] == (byte) 0x89;
        return Tus.uploaded(
                AMINA,
                aCase.id(),
                file,
                Map.of(
                        "filename",
                        png ? "next.png" : "next.jpg",
                        "paper",
                        paper.toString(),
                        "page",
                        Integer.toString(page)));
    }

    Response reserve(People person, Map<String, String> metadata) {
        return Tus.reserve(person, aCase.id(), 100, metadata);
    }

    Response pages(People person, UUID paper) {
        return Tus.as(person).get("/api/documents/{id}/pages", paper);
    }

    public Response order(People person, UUID paper, UUID... ids) {
        return Tus.as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("photographs", List.of(ids)))
                .put("/api/documents/{id}/pages", paper);
    }

    Response withdraw(People person, UUID id) {
        return Tus.as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/documents/{id}/withdrawal", id);
    }

    Response content(People person, UUID id) {
        return Tus.as(person).get("/api/documents/{id}/content", id);
    }

    String sha256(UUID paper) {
        return Tus.as(AMINA).get("/api/documents/{id}", paper).path("sha256");
    }

    void copyIsMade(UUID paper) {
        Soon.happens(
                () ->
                        "made"
                                .equals(
                                        Tus.as(AMINA)
                                                .get("/api/documents/{id}/copy", paper)
                                                .path("state")));
    }

    String link(People person) {
        return Tus.as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("hours", 1, "maxFiles", 5, "maxBytes", 1_000_000))
                .post("/api/documents/cases/{id}/upload-links", aCase.id())
                .path("token");
    }

    Response byLink(String token, Map<String, String> metadata) {
        return Tus.asNobody()
                .header("Upload-Link", token)
                .header("Upload-Length", 100)
                .header("Upload-Metadata", Tus.header(metadata))
                .post("/api/documents/link/uploads");
    }

    private void checklistIsKnown() {
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from shelf where case_id = ? and submission is not null",
                                        aCase.id())
                                == 1);
    }

    private static String path(Response reserved) {
        return reserved.header("Location").replaceFirst("https?://[^/]+", "");
    }
}
