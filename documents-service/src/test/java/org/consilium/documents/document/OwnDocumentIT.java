package org.consilium.documents.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.MALLORY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.storage.Bucket;
import org.consilium.documents.storage.ObjectStore;
import org.junit.jupiter.api.Test;

/** What whoever sent a record may still do with it. */
@OnRealParts
class OwnDocumentIT {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private static final ChecklistItem BLOOD =
            new ChecklistItem("blood-tests", Level.ESSENTIAL, List.of("11502-2"), 90, List.of());

    @Inject ObjectStore store;

    private final ACase aCase = ACase.opened().submittedWith(BLOOD);

    @Test
    void a_date_that_comes_later_fills_the_item() {
        var id = accepted();
        itemState("date-unknown");
        date(CARLA, id, today).then().statusCode(403).body("type", endsWith("not-the-uploader"));
        date(MALLORY, id, today).then().statusCode(404);
        date(AMINA, id, today.plusDays(3)).then().statusCode(400);
        date(AMINA, id, today).then().statusCode(204);
        itemState("present");
        date(AMINA, id, today).then().statusCode(409).body("type", containsString("date-is-known"));
        Soon.happens(() -> aCase.published().contains(new DocumentDated(aCase.id(), id, today)));
        Soon.happens(() -> assessments().getLast().complete());
    }

    @Test
    void what_is_taken_back_is_missing_again_and_its_bytes_and_copies_are_gone() throws Throwable {
        var id = accepted();
        date(AMINA, id, today).then().statusCode(204);
        Soon.happens(() -> copies(id) > 0);
        var copy =
                Database.text(
                        "select object_key from derived_object where document_id = ? and page = 0",
                        id);
        withdraw(CARLA, id).then().statusCode(403);
        withdraw(MALLORY, id).then().statusCode(404);
        withdraw(AMINA, id).then().statusCode(204);
        itemState("missing");
        Tus.as(AMINA).get("/api/documents/{id}", id).then().body("state", equalTo("withdrawn"));
        Tus.as(AMINA).get("/api/documents/{id}/content", id).then().statusCode(404);
        withdraw(AMINA, id).then().statusCode(409).body("type", endsWith("not-a-record"));
        Soon.happens(
                () ->
                        aCase.published()
                                .contains(new DocumentWithdrawn(aCase.id(), id, AMINA.id())));
        Soon.happens(
                () ->
                        Database.number("select count(*) from quarantine where document_id = ?", id)
                                == 0);
        assertThat(copies(id)).isZero();
        var away =
                VertxContextSupport.subscribeAndAwait(
                        () ->
                                store.read(Bucket.VAULT, copy, 0, 0)
                                        .replaceWith(false)
                                        .onFailure()
                                        .recoverWithItem(true));
        assertThat(away).isTrue();
        Soon.happens(() -> !assessments().getLast().complete());
    }

    private static long copies(UUID id) {
        return Database.number("select count(*) from derived_object where document_id = ?", id);
    }

    @Test
    void nothing_is_taken_back_under_a_reviewer_s_eyes_who_sees_what_is_missing() {
        var id = accepted();
        aCase.reviewedBy(CHEN);
        Soon.happens(() -> states(CHEN).statusCode() == 200);
        states(CHEN)
                .then()
                .body("complete", equalTo(false))
                .body("items", hasSize(1))
                .body(
                        "items[0]",
                        equalTo(
                                Map.of(
                                        "code",
                                        "blood-tests",
                                        "level",
                                        "essential",
                                        "state",
                                        "date-unknown")));
        Tus.as(CHEN).get("/api/documents/cases/{id}/checklist", aCase.id()).then().statusCode(404);
        withdraw(AMINA, id).then().statusCode(409).body("type", containsString("in-review"));
        states(MALLORY).then().statusCode(404);
    }

    private static Response withdraw(People person, UUID id) {
        return Tus.as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/documents/{id}/withdrawal", id);
    }

    private Response states(People person) {
        return Tus.as(person).get("/api/documents/cases/{id}/checklist/states", aCase.id());
    }

    private static Response date(People person, UUID id, LocalDate date) {
        return Tus.as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("date", date.toString()))
                .put("/api/documents/{id}/clinical-date", id);
    }

    private void itemState(String expected) {
        Soon.happens(
                () ->
                        expected.equals(
                                Tus.as(AMINA)
                                        .get("/api/documents/cases/{id}/checklist", aCase.id())
                                        .path("items[0].state")));
    }

    private List<RecordsAssessed> assessments() {
        var told =
                aCase.published().stream()
                        .filter(RecordsAssessed.class::isInstance)
                        .map(RecordsAssessed.class::cast)
                        .toList();
        assertThat(told).isNotEmpty();
        return told;
    }

    private UUID accepted() {
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from shelf where case_id = ? and submission is not null",
                                        aCase.id())
                                == 1);
        var id =
                Tus.uploaded(
                        AMINA, aCase.id(), SampleFiles.pdf(), Tus.metadata("a.pdf", "11502-2"));
        Soon.is(id, "accepted");
        return id;
    }
}
