package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The service "lab results explained": its form is due, and no comparison is made. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class LabResultsIT {

    @Test
    void each_value_is_explained_before_it_is_signed_and_stands_in_the_letter()
            throws SQLException {
        var situation = aCaseOfResults();
        var draft = explanation(situation, value("normal"));
        write(situation, draft, "\"0\"");
        refusedWith(situation, "labValues.0.flag", "flag-contradicts-range");

        draft.put("labValues", List.of(value("low")));
        write(situation, draft, "\"1\"");
        situation.sign();
        assertThat(
                        Sql.count(
                                "select count(*) from submission where case_id = ? and letter_page like ?",
                                situation.caseId(),
                                "%سب نتائج مل کر کیا بتاتے ہیں%"))
                .isEqualTo(1);

        pass(situation);
        LENA.post(situation.path("/release"), null).then().statusCode(200);
        AMINA.get(situation.path("/opinion"))
                .then()
                .statusCode(200)
                .body("label", nullValue())
                .body("notCompared", equalTo("explains-results"))
                .body("content.labValues[0].flag", equalTo("low"))
                .body("content.labValues[0].concern", equalTo("ask-soon"));
    }

    @Test
    void a_critical_value_is_flagged_before_it_is_signed_and_seen_to_before_it_is_released() {
        var situation = aCaseOfResults();
        var critical = new HashMap<>(value("critical-low"));
        critical.put("concern", "urgent");
        write(situation, explanation(situation, critical), "\"0\"");
        refusedWith(situation, "labValues.0.flag", "critical-without-finding");

        var findings = situation.path("/critical-findings");
        String finding =
                OKAFOR.post(findings, Map.of("text", "Haemoglobin 3.1."))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("findingId");
        situation.sign();
        pass(situation);
        LENA.post(situation.path("/release"), null)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:critical-finding-open"))
                .body("errors.field", contains("criticalFindings." + finding));
        AMINA.get(situation.path("/opinion")).then().statusCode(404);
        LENA.post(
                        findings + "/" + finding + "/acknowledgement",
                        Map.of("seenTo", "The family's doctor."))
                .then()
                .statusCode(200);
        LENA.post(situation.path("/release"), null).then().statusCode(200);
    }

    @Test
    void an_explanation_without_values_is_not_signed() {
        var situation = aCaseOfResults();
        var draft = explanation(situation, value("low"));
        draft.remove("labValues");
        write(situation, draft, "\"0\"");

        refusedWith(situation, "labValues", "no-lab-values");
    }

    @Test
    void a_second_opinion_explains_no_values() {
        var situation = Situation.underReviewByOkafor();
        var draft = Drafts.complete(situation.aDocument());
        draft.put("labValues", List.of(value("low")));
        write(situation, draft, "\"0\"");

        refusedWith(situation, "labValues", "lab-values-not-asked");
    }

    private static Situation aCaseOfResults() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor");
        var situation = new Situation(World.aReadyCaseOfResults(field), field);
        situation.awaitState("offered");
        situation.accept();
        situation.read();
        return situation;
    }

    private static Map<String, Object> explanation(Situation situation, Map<String, Object> value) {
        var draft = new HashMap<>(Drafts.complete(situation.aDocument()));
        draft.put("sections", Map.of("results-together", "Iron is missing; nothing else is."));
        draft.put("axes", Map.of());
        draft.put("labValues", List.of(value));
        return draft;
    }

    private static Map<String, Object> value(String flag) {
        return Map.of(
                "name", "Haemoglobin",
                "loinc", "718-7",
                "value", "9.8",
                "unit", "g/dL",
                "range", "13.0-17.0",
                "flag", flag,
                "meaning", "The blood carries less oxygen than it should.",
                "concern", "ask-soon",
                "askAbout", "Should the iron be measured?");
    }

    private static void write(Situation situation, Map<String, Object> draft, String etag) {
        OKAFOR.put(situation.path("/opinion"), draft, etag).then().statusCode(200);
    }

    private static void refusedWith(Situation situation, String field, String rule) {
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.rule", contains(rule));
    }

    private static void pass(Situation situation) {
        var pass = new HashMap<>(Drafts.passOf(situation.waiting()));
        pass.put("significance", Map.of());
        LENA.post(situation.path("/quality-review/pass"), pass).then().statusCode(200);
    }
}
