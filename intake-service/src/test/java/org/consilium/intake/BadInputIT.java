package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.RAHMAN;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.intake.words.Texts;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.FirstSteps;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/**
 * What is wrong is named, field and rule; nothing of it is stored, and nobody's words come back.
 */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class BadInputIT {

    @Test
    void a_screening_needs_an_answer_to_every_question() {
        var answers = Map.of("stroke-signs", "NO", "made-up", "NO");
        var body = Map.of("programme", "family-abroad", "country", "PK", "answers", answers);

        AMINA.post("/api/screenings", body)
                .statusCode(400)
                .body("errors.field", hasItems("answers.not-responding", "answers.made-up"));
    }

    @Test
    void an_opening_names_every_field_that_breaks_a_rule() {
        var opening = FirstSteps.opening(UUID.randomUUID().toString());
        opening.put(
                "patient",
                Map.of(
                        "givenName", "",
                        "familyName", "x".repeat(101),
                        "birthYear", 1,
                        "country", "Pakistan",
                        "city", "Lahore",
                        "language", "ur"));

        AMINA.post("/api/cases", opening)
                .statusCode(400)
                .body("type", equalTo("urn:consilium:problem:malformed"))
                .body(
                        "errors.field",
                        hasItems(
                                "patient.givenName",
                                "patient.familyName",
                                "patient.birthYear",
                                "patient.country"))
                .body("errors.rule", hasItems("not-blank", "size", "min", "pattern"));
    }

    @Test
    void what_is_wrong_is_told_field_by_field_in_the_callers_language() {
        var opening = FirstSteps.opening(UUID.randomUUID().toString());
        opening.put("programme", "x".repeat(200));
        AMINA.request()
                .header("Accept-Language", "ur")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(opening)
                .post("/api/cases")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("ur"))
                .body("title", not(equalTo("Malformed")))
                .body("errors[0].rule", equalTo("size"))
                .body("errors[0].message", containsString("60"))
                .body("errors[0].message", not(containsString("size")));
    }

    @Test
    void what_is_not_possible_now_names_the_state() {
        var story = FamilyCase.opened();

        CARLA.post(story.path("/triage/start"), null)
                .statusCode(409)
                .body("errors[0].rule", equalTo("state"))
                .body("errors[0].message", equalTo("draft"));
    }

    @Test
    void nobody_is_born_in_the_future_and_no_date_is_beyond_all_years() {
        var opening = FirstSteps.opening(FirstSteps.screening(AMINA, Map.of()));
        var patient = new HashMap<Object, Object>((Map<?, ?>) opening.get("patient"));
        patient.put("birthYear", 2099);
        opening.put("patient", patient);
        AMINA.post("/api/cases", opening)
                .statusCode(400)
                .body("errors.field", contains("patient.birthYear"));

        var story = FamilyCase.opened();
        var draft = FamilyCase.draft();
        draft.put("treatmentDate", "+999999999-12-31");
        AMINA.put("\"0\"", story.path("/draft"), draft)
                .statusCode(400)
                .body("errors.rule", contains("plausible"));
        var consent = FamilyCase.consent(null);
        consent.put("until", "+294277-01-01T00:00:00Z");
        AMINA.post(story.path("/consents"), consent)
                .statusCode(400)
                .body("errors.rule", contains("plausible"));
    }

    @Test
    void a_made_up_relation_or_an_unreadable_body_is_malformed() {
        var opening = FirstSteps.opening(UUID.randomUUID().toString());
        opening.put("relation", "OWNER");
        AMINA.post("/api/cases", opening).statusCode(400).body("errors.field", hasItem("relation"));
        AMINA.post("/api/cases", "{\"programme\":").statusCode(400);
        AMINA.post("/api/cases", null).statusCode(400);
    }

    @Test
    void nobody_opens_a_case_in_a_relation_their_account_does_not_have() {
        RAHMAN.post("/api/cases", FirstSteps.opening(FirstSteps.screening(RAHMAN, Map.of())))
                .statusCode(403)
                .body("type", equalTo("urn:consilium:problem:relation-needs-role"));
    }

    @Test
    void a_refused_opening_spends_no_screening_and_stores_no_case() {
        var screening = FirstSteps.screening(AMINA, Map.of());
        var opening = FirstSteps.opening(screening);
        opening.put("service", "wizardry");
        var cases = Records.count("select count(*) from intake_case");

        AMINA.post("/api/cases", opening).statusCode(422).body("errors.field", contains("service"));

        assertThat(Records.count("select count(*) from intake_case")).isEqualTo(cases);
        AMINA.post("/api/cases", FirstSteps.opening(screening)).statusCode(201);
    }

    @Test
    void a_screening_of_yesterday_opens_nothing() {
        var screening = FirstSteps.screening(AMINA, Map.of());
        Records.change(
                "update screening set screened_at = screened_at - interval '25 hours' where screening_id = ?",
                UUID.fromString(screening));

        AMINA.post("/api/cases", FirstSteps.opening(screening)).statusCode(422);
    }

    @Test
    void a_draft_is_edited_only_by_who_has_read_it() {
        var story = FamilyCase.opened();

        AMINA.put(null, story.path("/draft"), FamilyCase.draft())
                .statusCode(428)
                .body("type", equalTo("urn:consilium:problem:if-match-required"));
        AMINA.put("\"7\"", story.path("/draft"), FamilyCase.draft()).statusCode(412);
        AMINA.put("W/\"x\"", story.path("/draft"), FamilyCase.draft()).statusCode(412);
        var etag =
                AMINA.put("\"0\"", story.path("/draft"), FamilyCase.draft())
                        .statusCode(200)
                        .extract()
                        .header("ETag");
        assertThat(etag).isEqualTo("\"1\"");
        AMINA.put("\"0\"", story.path("/draft"), FamilyCase.draft()).statusCode(412);
        assertThat(AMINA.get(story.path("")).extract().header("ETag")).isEqualTo(etag);
    }

    @Test
    void what_somebody_wrote_never_comes_back_in_a_problem() {
        var story = FamilyCase.opened();
        var draft = FamilyCase.draft();
        draft.put("clinicalArea", FamilyCase.CANARY);
        draft.put("reasons", List.of(FamilyCase.CANARY));

        AMINA.put("\"0\"", story.path("/draft"), draft)
                .statusCode(422)
                .body("errors.field", contains("reasons", "clinicalArea"))
                .body(not(containsString(FamilyCase.CANARY)));
        draft.put("treatmentDate", FamilyCase.CANARY);
        AMINA.put("\"0\"", story.path("/draft"), draft)
                .statusCode(400)
                .body("errors.field", contains("treatmentDate"))
                .body(not(containsString(FamilyCase.CANARY)));
    }

    @Test
    void a_submission_is_refused_with_all_that_is_missing() {
        var story = FamilyCase.opened();

        AMINA.post(story.path("/submission"), null)
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:submission-incomplete"))
                .body(
                        "errors.field",
                        hasItems(
                                "consents",
                                "reasons",
                                "clinicalArea",
                                "questions",
                                "acknowledgements"));
        assertThat(Records.eventTypes(story.id())).doesNotContain("intake.case-submitted.v1");
    }

    @Test
    void a_problem_is_told_in_the_callers_language_and_its_type_stays() {
        var story = FamilyCase.opened();
        var texts = new Texts("problems");

        for (var language : Texts.LANGUAGES) {
            AMINA.request()
                    .header("Accept-Language", language + ", fr;q=0.5")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(story.path("/submission"))
                    .then()
                    .statusCode(422)
                    .header("Content-Language", equalTo(language))
                    .body("type", equalTo("urn:consilium:problem:submission-incomplete"))
                    .body("detail", equalTo(texts.text("submission-incomplete", language)));
        }
        AMINA.request()
                .header("Accept-Language", "ur")
                .get("/api/cases/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", containsString("یہاں"));
        AMINA.request()
                .header("Accept-Language", "fr")
                .get("/api/cases/" + UUID.randomUUID())
                .then()
                .body("detail", equalTo("There is nothing here that you may see."));
    }

    @Test
    void a_treatment_before_the_opinion_needs_the_expedited_service() {
        var story = FamilyCase.written();
        var draft = FamilyCase.draft();
        draft.put("treatmentDate", LocalDate.now(ZoneId.of("Asia/Karachi")).plusDays(4).toString());
        AMINA.put("\"1\"", story.path("/draft"), draft).statusCode(200);

        AMINA.post(story.path("/submission"), null)
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:expedited-needed"))
                .body("errors[0].field", equalTo("treatmentDate"));
        AMINA.get(story.path("/delay"))
                .body("delay", equalTo("expedite"))
                .body("expedited.price.onRequest", equalTo(true))
                .body("advice", containsString("faster"));
        AMINA.post(story.path("/submission"), Map.of("expedited", true))
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:delay-not-acknowledged"));
        var chosen =
                Map.of(
                        "expedited", true,
                        "delayAcknowledged", true,
                        "price", Map.of("onRequest", true));
        AMINA.post(story.path("/submission"), chosen)
                .statusCode(200)
                .body("expedited", equalTo(true));
    }

    @Test
    void triage_takes_codes_only() {
        var story = FamilyCase.submitted();
        CARLA.post(story.path("/triage"), FamilyCase.triage()).statusCode(409);
        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        var triage = new HashMap<>(FamilyCase.triage());
        triage.put("specialty", "probably oncology");
        triage.put("languages", List.of("English please"));

        CARLA.post(story.path("/triage"), triage)
                .statusCode(400)
                .body("errors.rule", contains("pattern", "pattern"));
        CARLA.post(story.path("/decline"), Map.of("reason", "do not like it"))
                .statusCode(422)
                .body("errors.rule", contains("known-to-programme"));
    }

    @Test
    void a_key_answers_once_and_is_not_lent_to_another_request() {
        var key = UUID.randomUUID().toString();
        var opening = FirstSteps.opening(FirstSteps.screening(AMINA, Map.of()));

        var first =
                AMINA.postWithKey(key, "/api/cases", opening).statusCode(201).extract().response();
        var second =
                AMINA.postWithKey(key, "/api/cases", opening).statusCode(201).extract().response();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        AMINA.postWithKey(key, "/api/cases", FirstSteps.opening(UUID.randomUUID().toString()))
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:idempotency-key-reused"));
        AMINA.request().body(opening).post("/api/cases").then().statusCode(400);
    }

    @Test
    void a_key_gives_nothing_again_to_who_may_no_longer_see_the_case() {
        var key = UUID.randomUUID().toString();
        var opening = FirstSteps.opening(FirstSteps.screening(AMINA, Map.of()));
        String caseId =
                AMINA.postWithKey(key, "/api/cases", opening)
                        .statusCode(201)
                        .extract()
                        .path("caseId");
        Records.change(
                "delete from case_access where case_id = ? and person = ?",
                UUID.fromString(caseId),
                AMINA.id());

        AMINA.postWithKey(key, "/api/cases", opening)
                .statusCode(404)
                .body(not(containsString(caseId)))
                .body("type", equalTo("urn:consilium:problem:not-found"));
    }

    @Test
    void a_misspelt_field_empties_nothing() {
        var story = FamilyCase.written();
        var draft = FamilyCase.draft();
        draft.put("treatmentDay", "2027-03-01");
        AMINA.put("\"1\"", story.path("/draft"), draft)
                .statusCode(400)
                .body("errors.field", contains("treatmentDay"))
                .body("errors.rule", contains("known-field"));

        draft.remove("treatmentDay");
        for (var noDate : List.of(List.of(), "", List.of(2027, 3, 1))) {
            draft.put("treatmentDate", noDate);
            AMINA.put("\"1\"", story.path("/draft"), draft)
                    .statusCode(400)
                    .body("errors.field", contains("treatmentDate"));
        }
        draft.remove("treatmentDate");
        draft.put("gate", Map.of("what " + FamilyCase.CANARY + " said", Map.of("txt", "x")));
        AMINA.put("\"1\"", story.path("/draft"), draft)
                .statusCode(400)
                .body(not(containsString(FamilyCase.CANARY)));
        AMINA.get(story.path("")).header("ETag", "\"1\"");
    }
}
