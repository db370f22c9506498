package org.consilium.documents.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.YUSUF;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.IntakeEvent.ConsentExpired;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.junit.jupiter.api.Test;

/** What those who act for a patient may do with records, as the patient allows it. */
@OnRealParts
class ConsentScopesIT {

    private static final ChecklistItem BLOOD =
            new ChecklistItem("blood-tests", Level.ESSENTIAL, List.of("11502-2"), null, List.of());

    private final ACase aCase = ACase.opened().submittedWith(BLOOD);

    @Test
    void whoever_opened_the_case_acts_until_a_consent_binds_them_and_then_by_its_scopes() {
        Soon.happens(() -> request(AMINA).statusCode() == 201);
        upload(AMINA).then().statusCode(201);

        consent(Set.of("act-for-me"), null);
        Soon.happens(() -> upload(AMINA).statusCode() == 403);
        upload(AMINA).then().body("type", endsWith("not-in-the-consent"));
        request(AMINA).then().statusCode(403);
        link(AMINA).then().statusCode(403);
        Tus.as(AMINA)
                .header("Accept-Language", "ur")
                .header("Upload-Length", 10)
                .post("/api/documents/cases/{id}/uploads", aCase.id())
                .then()
                .body("detail", containsString("مریض"));
        Tus.as(AMINA).get("/api/documents/cases/{id}/documents", aCase.id()).then().statusCode(200);

        consent(Set.of("share-records"), null);
        Soon.happens(() -> upload(AMINA).statusCode() == 201);
        request(AMINA).then().statusCode(403);
        consent(Set.of("contact-hospital"), null);
        Soon.happens(() -> request(AMINA).statusCode() == 201);
    }

    @Test
    void a_scope_that_was_taken_back_ends_what_is_under_way() {
        var share = consent(Set.of("share-records"), null);
        consent(Set.of("act-for-me"), null);
        Soon.happens(() -> consents() == 2);
        var upload = upload(AMINA).header("Location").replaceFirst("https?://[^/]+", "");
        Tus.append(AMINA, upload, 0, new byte[5]).then().statusCode(204);

        aCase.tell(Source.INTAKE, new ConsentRevoked(aCase.id(), share, AMINA.id(), YUSUF.id()));
        Soon.happens(() -> upload(AMINA).statusCode() == 403);
        Tus.append(AMINA, upload, 5, new byte[5]).then().statusCode(403);
    }

    @Test
    void a_scope_ends_with_its_consent_s_own_end_and_so_do_the_links_made_by_it() {
        var share = consent(Set.of("share-records"), Instant.now().plusSeconds(20));
        consent(Set.of("act-for-me"), null);
        Soon.happens(() -> consents() == 2);
        String token = link(AMINA).path("token");
        Tus.asNobody()
                .header("Upload-Link", token)
                .get("/api/documents/link")
                .then()
                .statusCode(200);
        Soon.happens(() -> upload(AMINA).statusCode() == 403);

        aCase.tell(Source.INTAKE, new ConsentExpired(aCase.id(), share, AMINA.id()));
        Soon.happens(
                () ->
                        Tus.asNobody()
                                        .header("Upload-Link", token)
                                        .get("/api/documents/link")
                                        .statusCode()
                                == 404);
    }

    @Test
    void the_patient_and_staff_act_without_and_a_stranger_hears_nothing_of_consents() {
        consent(Set.of("act-for-me"), null);
        aCase.tell(
                Source.INTAKE,
                new ParticipantAdmitted(
                        aCase.id(), YUSUF.id(), Relation.PATIENT, Set.of(), "ur", null));
        Soon.happens(() -> upload(AMINA).statusCode() == 403);
        Soon.happens(() -> upload(YUSUF).statusCode() == 201);
        request(YUSUF).then().statusCode(201);
        upload(CARLA).then().statusCode(201);
        request(CARLA).then().statusCode(201);
        assertThat(upload(MALLORY).statusCode()).isEqualTo(404);
    }

    private UUID consent(Set<String> scopes, Instant until) {
        var id = UUID.randomUUID();
        aCase.tell(
                Source.INTAKE,
                new ConsentGranted(
                        aCase.id(),
                        id,
                        AMINA.id(),
                        AMINA.id(),
                        "family-abroad-consent",
                        1,
                        "en",
                        "independent-opinion",
                        scopes,
                        until));
        return id;
    }

    private long consents() {
        return Database.number("select count(*) from consent where case_id = ?", aCase.id());
    }

    private Response upload(People person) {
        return Tus.reserve(person, aCase.id(), 10, Tus.metadata("a.pdf", "11502-2"));
    }

    private Response link(People person) {
        return Tus.as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("hours", 1, "maxFiles", 5, "maxBytes", 1_000))
                .post("/api/documents/cases/{id}/upload-links", aCase.id());
    }

    private Response request(People person) {
        return Tus.as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "items", List.of("blood-tests"),
                                "holder", "laboratory",
                                "channel", "phone"))
                .post("/api/documents/cases/{id}/record-requests", aCase.id());
    }
}
