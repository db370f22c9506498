package org.consilium.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.LENA;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.ScannerDoor;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file's name may tell as much as its content. */
@OnRealParts
class WhoLooksIT {

    private static final Map<String, String> A_PDF = Tus.metadata("lump.pdf", "11502-2");

    private final ACase aCase = ACase.opened();

    @Test
    void at_names_of_files_is_told_unless_it_is_the_side_that_sent_them() {
        var record = Tus.uploaded(AMINA, aCase.id(), SampleFiles.pdf(), A_PDF);
        Soon.is(record, "accepted");
        list(AMINA).then().statusCode(200);
        assertThat(looks()).isEmpty();

        aCase.reviewedBy(CHEN);
        Soon.happens(() -> list(CHEN).statusCode() == 200);
        for (var part : List.of("", "/copy", "/translations")) {
            Tus.as(LENA).get("/api/documents/{id}" + part, record).then().statusCode(200);
        }
        assertThat(looks())
                .containsExactly(
                        "clinical-lead see-receipt",
                        "clinical-lead see-receipt",
                        "reviewer list-documents");
    }

    /** Nothing left: who was told that there is nothing has seen nothing. */
    @Test
    void at_what_is_not_there_for_somebody_is_no_look() {
        ScannerDoor.shut();
        var waiting = Tus.uploaded(AMINA, aCase.id(), SampleFiles.pdf(), A_PDF);
        aCase.reviewedBy(CHEN);
        Soon.happens(() -> list(CHEN).statusCode() == 200);
        int before = looks().size();
        for (var part : List.of("", "/content", "/pages/1", "/translations")) {
            Tus.as(CHEN).get("/api/documents/{id}" + part, waiting).then().statusCode(404);
        }
        Tus.as(LENA).get("/api/documents/{id}/content", waiting).then().statusCode(409);
        assertThat(looks()).hasSize(before);
        var nowhere = UUID.randomUUID();
        Tus.as(LENA).get("/api/documents/cases/{id}/documents", nowhere);
        assertThat(Database.number("select count(*) from access_log where case_id = ?", nowhere))
                .isZero();

        ScannerDoor.open();
        Soon.is(waiting, "accepted");
        Tus.as(LENA).get("/api/documents/{id}/content", waiting).then().statusCode(200);
        Tus.as(LENA).get("/api/documents/{id}/pages/99", waiting).then();
        assertThat(looks()).hasSize(before + 1);
    }

    @AfterEach
    void the_scanner_is_there_again() {
        ScannerDoor.open();
    }

    private Response list(People person) {
        return Tus.as(person).get("/api/documents/cases/{id}/documents", aCase.id());
    }

    /** As the family is told of them, the newest first. */
    private List<String> looks() {
        List<Map<String, String>> told =
                Tus.as(AMINA)
                        .get("/api/documents/cases/{id}/accesses", aCase.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");
        return told.stream().map(look -> look.get("as") + " " + look.get("operation")).toList();
    }
}
