package org.consilium.documents.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.LENA;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.OLGA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentPaged;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.RecordArrived;
import org.consilium.contracts.DocumentsEvent.RecordRequested;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.stack.requests.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class RecordRequestIT {

    private static final String REQUESTS = "/api/documents/cases/{case}/record-requests";
    private static final String BLOOD_FROM_THE_LABORATORY =
            """
            {"items": ["blood-tests"], "holder": "laboratory", "channel": "email"}""";

    private final ACase aCase = ACase.opened();

    @BeforeEach
    void blood_tests_and_notes_are_wanted() {
        aCase.submittedWith(item("blood-tests", "11502-2"), item("case-notes", "18842-5"));
        Soon.happens(() -> !published().isEmpty());
    }

    @Nested
    class A_request {

        @Test
        void arrives_by_itself_when_a_document_fills_what_was_asked_for() {
            var id = drafted();
            step(AMINA, id, "sending", "")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("sent"))
                    .body("answerDue", notNullValue());
            accepted("11502-2");
            Soon.happens(() -> see(id).path("state").equals("arrived"));
            Soon.happens(() -> published().size() == 6);
            assertThat(published().stream().map(Object::getClass).toList())
                    .isEqualTo(
                            List.of(
                                    RecordsAssessed.class,
                                    RecordRequested.class,
                                    DocumentReceived.class,
                                    DocumentAccepted.class,
                                    RecordsAssessed.class,
                                    RecordArrived.class));
        }

        @Test
        void is_reminded_when_its_answer_is_due() {
            var id = drafted();
            step(CARLA, id, "sending", "").then().statusCode(200);
            Database.change("update deadline set try_at = now() where ref = ?", id);
            Soon.happens(() -> see(id).path("state").equals("reminded"));
            see(id).then().body("remindedAt", notNullValue()).body("answerDue", notNullValue());
        }

        @Test
        void may_be_refused_by_its_holder_with_a_reason_or_called_off() {
            var refused = drafted();
            step(CARLA, refused, "sending", "").then().statusCode(200);
            step(CARLA, refused, "refusal", "{\"reason\": \"destroyed\"}")
                    .then()
                    .body("state", equalTo("refused"))
                    .body("reason", equalTo("destroyed"));
            var calledOff = drafted();
            step(AMINA, calledOff, "calling-off", "")
                    .then()
                    .body("state", equalTo("no-longer-needed"));
            assertThat(deadlines()).isZero();
            Tus.as(LENA)
                    .get(REQUESTS, aCase.id())
                    .then()
                    .body("items.id", hasItems(refused.toString(), calledOff.toString()));
        }

        @Test
        void ends_with_its_case() {
            var id = drafted();
            step(CARLA, id, "sending", "").then().statusCode(200);
            aCase.tell(Source.INTAKE, new CaseClosed(aCase.id(), "follow-up-over"));
            Soon.happens(() -> see(id).path("state").equals("no-longer-needed"));
            refused(draft(CARLA, BLOOD_FROM_THE_LABORATORY), 409, "case-has-ended");
            assertThat(deadlines()).isZero();
        }
    }

    @Nested
    class Its_letter {

        @Test
        void is_plain_text_in_each_language_to_be_saved() {
            var id = drafted();
            for (var language : List.of("en", "ur", "zh")) {
                var letter =
                        Tus.as(AMINA)
                                .queryParam("language", language)
                                .get(REQUESTS + "/{id}/letter", aCase.id(), id);
                letter.then()
                        .statusCode(200)
                        .header("Content-Type", containsString("text/plain"))
                        .header("Content-Language", language)
                        .header("Content-Disposition", containsString("attachment"));
                assertThat(letter.asString()).contains("C-1");
            }
            refused(
                    Tus.as(AMINA)
                            .queryParam("language", "fr")
                            .get(REQUESTS + "/{id}/letter", aCase.id(), id),
                    400,
                    "malformed");
        }
    }

    @Nested
    class It_is_refused {

        @Test
        void to_ask_for_what_is_not_wanted_or_is_there() {
            refused(
                    draft(
                            CARLA,
                            """
                            {"items": ["x-rays"], "holder": "laboratory", "channel": "email"}"""),
                    404,
                    "not-on-the-checklist");
            accepted("11502-2");
            refused(draft(CARLA, BLOOD_FROM_THE_LABORATORY), 409, "item-is-there");
        }

        @Test
        void to_ask_nobody_or_with_words() {
            draft(CARLA, "{\"items\": [\"blood-tests\"], \"channel\": \"email\"}")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("holder"))
                    .body("errors.rule", contains("organisation-or-holder"));
            refused(
                    draft(
                            CARLA,
                            """
                            {"items": ["blood-tests"], "holder": "Dr Khan", "channel": "email"}"""),
                    400,
                    "malformed");
        }

        @Test
        void to_go_another_way_than_the_lifecycle_s() {
            var id = drafted();
            refused(step(CARLA, id, "reminder", ""), 409, "request-not-sent");
            step(CARLA, id, "sending", "").then().statusCode(200);
            refused(step(CARLA, id, "sending", ""), 409, "request-was-sent");
            step(CARLA, id, "reminder", "").then().statusCode(200);
            step(CARLA, id, "calling-off", "").then().statusCode(200);
            refused(step(CARLA, id, "reminder", ""), 409, "request-has-ended");
        }

        @Test
        void to_strangers_as_if_there_was_nothing() {
            var id = drafted();
            var one = REQUESTS + "/{id}";
            var looks = new AtOnce();
            for (var person : new People[] {MALLORY, OLGA}) {
                looks.and(() -> notFound(Tus.as(person).get(REQUESTS, aCase.id())))
                        .and(() -> notFound(Tus.as(person).get(one, aCase.id(), id)))
                        .and(() -> notFound(step(person, id, "sending", "")))
                        .and(() -> notFound(draft(person, BLOOD_FROM_THE_LABORATORY)));
            }
            looks.and(() -> notFound(step(LENA, id, "sending", ""))).send();
            notFound(Tus.as(AMINA).get(one, ACase.opened().id(), id));
        }

        private static void notFound(Response answer) {
            answer.then().statusCode(404);
        }
    }

    private UUID drafted() {
        var answer = draft(AMINA, BLOOD_FROM_THE_LABORATORY);
        answer.then().statusCode(201).body("state", equalTo("drafted"));
        return UUID.fromString(answer.path("id"));
    }

    private Response draft(People person, String body) {
        return posting(person).body(body).post(REQUESTS, aCase.id());
    }

    private Response step(People person, UUID id, String step, String body) {
        return posting(person).body(body).post(REQUESTS + "/{id}/" + step, aCase.id(), id);
    }

    private Response see(UUID id) {
        return Tus.as(AMINA).get(REQUESTS + "/{id}", aCase.id(), id);
    }

    private static io.restassured.specification.RequestSpecification posting(People person) {
        return RestAssured.given()
                .auth()
                .oauth2(person.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private void accepted(String kind) {
        var file = SampleFiles.pdf();
        Soon.is(Tus.uploaded(AMINA, aCase.id(), file, Tus.metadata("a.pdf", kind)), "accepted");
    }

    private List<DocumentsEvent> published() {
        return aCase.published().stream()
                .filter(event -> !(event instanceof DocumentPaged))
                .toList();
    }

    private long deadlines() {
        return Database.number(
                """
                select count(*) from deadline
                where case_id = ? and kind = 'record-request-reminder'""",
                aCase.id());
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", equalTo("urn:consilium:problem:" + code));
    }

    private static ChecklistItem item(String code, String kind) {
        return new ChecklistItem(code, Level.ESSENTIAL, List.of(kind), null, List.of());
    }
}
