package org.consilium.intake;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.MALLORY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.intake.world.FamilyCase;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What follows from the reasons, and how the questions could be better, over HTTP. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class AdviceIT {

    @Test
    void what_to_gather_is_told_before_the_submission() {
        var story = FamilyCase.opened();

        AMINA.get(story.path("/draft/checklist"))
                .statusCode(200)
                .body("areas.code", contains("oncology", "heart", "general"))
                .body("areas.chosen", everyItem(equalTo(false)));
        story.write();
        AMINA.request()
                .header("Accept-Language", "ur")
                .get(story.path("/draft/checklist"))
                .then()
                .statusCode(200)
                .body("areas.code", contains("oncology"))
                .body("areas[0].items[0].code", equalTo("histopathology"))
                .body("areas[0].items[0].text", containsString("بایوپسی"))
                .body("areas[0].items[0].level", equalTo("essential"))
                .body("areas[0].items[0].questions", hasSize(1));
        for (var other : List.of(MALLORY, CHEN)) {
            other.get(story.path("/draft/checklist")).statusCode(404);
        }
    }

    @Test
    void an_operation_brings_up_its_gate_its_questions_and_its_records() {
        var story = FamilyCase.written();
        write(story, "1", "surgery-recommended", "heart", "Cancer?", Map.of());

        AMINA.get(story.path("/draft/advice"))
                .statusCode(200)
                .body("questions.code", contains("too-short"))
                .body("questions[0].refused", equalTo(false))
                .body(
                        "suggestions.code",
                        contains(
                                "which-operation",
                                "operation-risks",
                                "operation-necessary",
                                "surgeon-experience"))
                .body("reassurance[0].text", containsString("normal"))
                .body("points", hasSize(4))
                .body("points.given", everyItem(equalTo(false)))
                .body("essentialRecords.code", hasItem("imaging-images"));
        AMINA.request()
                .header("Accept-Language", "ur")
                .get(story.path("/draft/advice"))
                .then()
                .body("questions[0].text", containsString("الفاظ"));
        AMINA.post(story.path("/submission"), null)
                .statusCode(422)
                .body("errors.field", hasItem("gate.surgeon"));
    }

    @Test
    void what_nobody_knows_and_what_could_be_better_is_kept_by_saying_so() {
        var story = FamilyCase.written();
        var nobodyKnows = Map.of("unknown", true);
        write(
                story,
                "1",
                "surgery-recommended",
                "heart",
                "Cancer?",
                Map.of(
                        "which-operation", Map.of("text", "a bypass " + FamilyCase.CANARY),
                        "risks-alternatives-recovery", nobodyKnows,
                        "necessity", nobodyKnows,
                        "surgeon", nobodyKnows));
        AMINA.post(story.path("/submission"), null)
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:questions-could-be-better"))
                .body("errors.rule", contains("too-short"));
        var kept = FamilyCase.submission();
        kept.put("questionsKept", true);
        AMINA.post(story.path("/submission"), kept).statusCode(200).body("questions", hasSize(4));
    }

    @Test
    void advice_is_for_the_patients_side_and_the_gates_answers_are_masked_with_the_first_opinion() {
        var story = FamilyCase.inReview(CHEN);

        for (var other : List.of(CARLA, MALLORY, CHEN)) {
            other.get(story.path("/draft/advice")).statusCode(404);
        }
        CHEN.get(story.path("")).statusCode(200).body("gate", nullValue());
    }

    private static void write(
            FamilyCase story,
            String revision,
            String reason,
            String area,
            String question,
            Map<String, ?> gate) {
        var draft = FamilyCase.draft();
        draft.put("reasons", List.of(reason));
        draft.put("clinicalArea", area);
        draft.put("questions", List.of(Map.of("id", UUID.randomUUID(), "text", question)));
        draft.put("gate", gate);
        AMINA.put("\"" + revision + "\"", story.path("/draft"), draft).statusCode(200);
    }
}
