package org.consilium.documents.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.YUSUF;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class LinkIT {

    private static final String LINKS = "/api/documents/cases/{case}/upload-links";
    private static final String UPLOADS = "/api/documents/link/uploads";
    private static final Map<String, String> A_PDF = Tus.metadata("blood.pdf", "11502-2");

    private final ACase aCase = ACase.opened();

    @Nested
    class Whoever_holds_a_link {

        @Test
        void uploads_and_sees_what_became_of_it_and_no_name() {
            var token = token(AMINA, 2, 1_000_000);
            var file = SampleFiles.pdf();
            var upload = reserved(token, file.length);
            patch(token, upload, file).then().statusCode(204);
            Soon.happens(() -> by(token).get(UPLOADS).path("[0].state").equals("accepted"));
            by(token)
                    .get(UPLOADS)
                    .then()
                    .body("id", contains(Tus.idOf(upload).toString()))
                    .body("[0].sha256", equalTo(SampleFiles.sha256(file)))
                    .body("[0].fileName", nullValue());
            Tus.as(AMINA)
                    .get(LINKS, aCase.id())
                    .then()
                    .body("items[0].files", equalTo(1))
                    .body("items[0].bytes", equalTo(file.length))
                    .body("items[0].token", nullValue());
        }

        @Test
        void is_told_the_limits_before_anything_else() {
            var token = token(AMINA, 2, 1_000_000);
            reserved(token, 400_000);
            by(token)
                    .get("/api/documents/link")
                    .then()
                    .statusCode(200)
                    .body("filesLeft", equalTo(1))
                    .body("bytesLeft", equalTo(600_000))
                    .body("maxBytes", equalTo(600_000));
        }

        @Test
        void reaches_nothing_but_the_link_s_own_uploads() {
            var token = token(AMINA, 5, 1_000_000);
            var other = reserved(token(AMINA, 5, 1_000_000), 100);
            var hers = Tus.reserved(AMINA, aCase.id(), 100, A_PDF);
            for (var id : Set.of(Tus.idOf(other), Tus.idOf(hers), UUID.randomUUID())) {
                by(token).head(UPLOADS + "/{id}", id).then().statusCode(404);
                by(token).delete(UPLOADS + "/{id}", id).then().statusCode(404);
                patch(token, UPLOADS + "/" + id, new byte[10]).then().statusCode(404);
            }
            for (var path : Set.of("documents", "checklist", "upload-links", "record-requests")) {
                by(token)
                        .get("/api/documents/cases/{case}/" + path, aCase.id())
                        .then()
                        .statusCode(401);
            }
            by(token).get("/api/documents/{id}/content", Tus.idOf(hers)).then().statusCode(401);
        }

        @Test
        void sends_no_more_files_or_bytes_than_it_is_for() {
            var token = token(AMINA, 2, 1_000);
            refused(reserve(token, 1_001, A_PDF), 409, "link-is-used-up");
            reserved(token, 500);
            reserved(token, 500);
            refused(reserve(token, 1, A_PDF), 409, "link-is-used-up");
        }

        @Test
        void sends_only_the_kinds_it_is_for() {
            var body =
                    """
                    {"kinds": ["55113-5"], "hours": 1, "maxFiles": 3, "maxBytes": 1000}""";
            String token = make(AMINA, body).path("token");
            refused(reserve(token, 10, A_PDF), 403, "kind-not-in-link");
            reserve(token, 10, Tus.metadata("a.jpg", "55113-5")).then().statusCode(201);
        }
    }

    @Nested
    class A_link_is_dead {

        @Test
        void at_once_when_revoked_and_what_it_had_under_way_too() {
            var made = make(AMINA, body(3, 1_000));
            String token = made.path("token");
            var upload = reserved(token, 100);
            patch(token, upload, new byte[40]).then().statusCode(204);
            Tus.as(CARLA)
                    .delete(LINKS + "/{id}", aCase.id(), made.path("id"))
                    .then()
                    .statusCode(204);
            isDead(token);
            assertThat(Database.text("select state from document where id = ?", Tus.idOf(upload)))
                    .isEqualTo("discarded");
        }

        @Test
        void when_it_is_over() {
            var token = token(AMINA, 3, 1_000);
            Database.change(
                    "update upload_link set expires_at = now() - interval '1 second' where case_id = ?",
                    aCase.id());
            isDead(token);
        }

        @Test
        void when_its_maker_takes_part_no_more_and_stays_dead_when_they_come_back() {
            var token = token(AMINA, 3, 1_000);
            aCase.tell(
                    Source.INTAKE,
                    new ParticipantRemoved(aCase.id(), AMINA.id(), Relation.REPRESENTATIVE));
            Soon.happens(() -> by(token).get("/api/documents/link").statusCode() == 404);
            aCase.tell(
                    Source.INTAKE,
                    new ParticipantAdmitted(
                            aCase.id(), AMINA.id(), Relation.REPRESENTATIVE, Set.of(), "en", null));
            Soon.happens(() -> Tus.as(AMINA).get(LINKS, aCase.id()).statusCode() == 200);
            isDead(token);
        }

        @Test
        void when_a_consent_of_its_maker_is_revoked() {
            var token = token(AMINA, 3, 1_000);
            aCase.tell(
                    Source.INTAKE,
                    new ConsentRevoked(aCase.id(), UUID.randomUUID(), AMINA.id(), AMINA.id()));
            Soon.happens(() -> by(token).get("/api/documents/link").statusCode() == 404);
        }

        @Test
        void when_the_patient_takes_back_a_consent_that_names_nobody() {
            var token = token(AMINA, 3, 1_000);
            aCase.tell(
                    Source.INTAKE,
                    new ConsentRevoked(aCase.id(), UUID.randomUUID(), null, YUSUF.id()));
            Soon.happens(() -> by(token).get("/api/documents/link").statusCode() == 404);
        }

        @Test
        void when_its_case_has_ended() {
            var token = token(AMINA, 3, 1_000);
            aCase.tell(Source.INTAKE, new CaseClosed(aCase.id(), "follow-up-over"));
            Soon.happens(() -> by(token).get("/api/documents/link").statusCode() == 404);
            refused(make(AMINA, body(3, 1_000)), 409, "case-has-ended");
        }

        @Test
        void in_the_same_words_as_one_that_never_was() {
            var made = make(AMINA, body(3, 1_000));
            String dead = made.path("token");
            Tus.as(AMINA)
                    .delete(LINKS + "/{id}", aCase.id(), made.path("id"))
                    .then()
                    .statusCode(204);
            var never = by("A".repeat(43)).get("/api/documents/link").asString();
            assertThat(by(dead).get("/api/documents/link").asString()).isEqualTo(never);
            assertThat(by("nonsense").get("/api/documents/link").asString()).isEqualTo(never);
            assertThat(RestAssured.given().get("/api/documents/link").asString()).isEqualTo(never);
        }

        private static void isDead(String token) {
            by(token).get("/api/documents/link").then().statusCode(404);
            by(token).get(UPLOADS).then().statusCode(404);
            reserve(token, 10, A_PDF).then().statusCode(404);
        }
    }

    @Nested
    class A_link_is_made {

        @Test
        void with_its_token_told_once_and_stored_nowhere() {
            var token = token(AMINA, 3, 1_000);
            assertThat(token).hasSize(43);
            assertThat(
                            Database.number(
                                    """
                                    select count(*) from upload_link l
                                    where to_jsonb(l)::text like '%' || ? || '%'""",
                                    token))
                    .isZero();
            assertThat(
                            Database.number(
                                    "select count(*) from idempotency where body like '%' || ? || '%'",
                                    token))
                    .isZero();
        }

        @Test
        void by_the_patient_s_side_only() {
            for (var person : new People[] {CARLA, CHEN, YUSUF, MALLORY}) {
                make(person, body(3, 1_000)).then().statusCode(404);
            }
        }

        @Test
        void within_limits() {
            refused(make(AMINA, body(0, 1_000)), 400, "malformed");
            refused(make(AMINA, body(1, 0)), 400, "malformed");
            refused(
                    make(AMINA, "{\"hours\": 337, \"maxFiles\": 1, \"maxBytes\": 10}"),
                    400,
                    "malformed");
        }

        @Test
        void only_so_often_for_one_case() {
            for (int i = 0; i < LinkDesk.MAX_IN_FORCE; i++) {
                make(AMINA, body(1, 10)).then().statusCode(201);
            }
            refused(make(AMINA, body(1, 10)), 409, "too-many-links");
        }
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", equalTo("urn:consilium:problem:" + code));
    }

    private static String body(int maxFiles, long maxBytes) {
        return "{\"hours\": 24, \"maxFiles\": " + maxFiles + ", \"maxBytes\": " + maxBytes + "}";
    }

    private String token(People person, int maxFiles, long maxBytes) {
        var made = make(person, body(maxFiles, maxBytes));
        made.then().statusCode(201).header("Cache-Control", "no-store");
        return made.path("token");
    }

    private Response make(People person, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(person.token())
                .contentType("application/json")
                .body(body)
                .post(LINKS, aCase.id());
    }

    /** Nobody's token, only the link's. */
    private static RequestSpecification by(String token) {
        return Tus.asNobody().header("Upload-Link", token);
    }

    private static Response reserve(String token, long bytes, Map<String, String> metadata) {
        return by(token)
                .header("Upload-Length", bytes)
                .header("Upload-Metadata", Tus.header(metadata))
                .post(UPLOADS);
    }

    private static String reserved(String token, long bytes) {
        return reserve(token, bytes, A_PDF)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }

    private static Response patch(String token, String upload, byte[] bytes) {
        return by(token)
                .header("Upload-Offset", 0)
                .contentType(Tus.OFFSET_STREAM)
                .body(bytes)
                .patch(upload);
    }
}
