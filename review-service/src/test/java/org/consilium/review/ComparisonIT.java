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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What is said of the first opinion where there is none, or nobody knows whose it is. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class ComparisonIT {

    @Test
    void without_a_first_opinion_nothing_is_confirmed() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor");
        var situation = new Situation(World.aReadyCaseWithoutFirstOpinion(field), field);
        situation.awaitState("offered");
        situation.accept();
        situation.read();
        var draft = Drafts.complete(situation.aDocument());
        write(situation, draft, "\"0\"");
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("axes.diagnosis", "axes.treatment-plan"))
                .body("errors.rule", contains("nothing-to-compare", "nothing-to-compare"));
        draft.put("axes", Map.of());
        write(situation, draft, "\"1\"");
        situation.sign();
        pass(situation);
        LENA.post(situation.path("/release"), null).then().statusCode(200);
        AMINA.get(situation.path("/opinion"))
                .then()
                .statusCode(200)
                .body("label", nullValue())
                .body("notCompared", equalTo("no-first-opinion"));
        assertThat(
                        Sql.count(
                                "select count(*) from submission where case_id = ? and letter_page like ?",
                                situation.caseId(),
                                "%موازنے کے لیے کوئی پہلی رائے موجود نہیں تھی۔%"))
                .isEqualTo(1);
    }

    @Test
    void an_own_reading_off_the_form_is_refused_with_each_axis_named() {
        var situation = Situation.acceptedByOkafor();
        var offTheForm = new HashMap<>(READING);
        offTheForm.put("axes", Map.of("prognosis", "Good.", "treatment-plan", " "));
        OKAFOR.post(situation.path("/reading"), offTheForm)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:reading-off-the-form"))
                .body("errors.field", contains("axes.prognosis", "axes.treatment-plan"));
    }

    @Test
    void own_reading_and_opinion_stand_side_by_side_axis_by_axis() {
        var situation = Situation.acceptedByOkafor();
        OKAFOR.post(situation.path("/reading"), READING).then().statusCode(200);
        var draft = Drafts.complete(situation.aDocument());
        write(situation, draft, "\"0\"");
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("axes.treatment-plan.since"))
                .body("errors.rule", contains("since-reading-untold"));

        draft.put("axes", CHANGED_SINCE);
        write(situation, draft, "\"1\"");
        OKAFOR.get(situation.path("/comparison"))
                .then()
                .statusCode(200)
                .body("reading.reading.plan", equalTo("Open surgery."))
                .body("axes.axis", contains("diagnosis", "treatment-plan"))
                .body("axes[0].ownReading", equalTo("A polyp."))
                .body("axes[0].againstFirstOpinion.value", equalTo("agree"))
                .body("axes[1].ownReading", equalTo("Open surgery, soon."))
                .body("axes[1].sinceReading.how", equalTo("changed"))
                .body("changedSinceReading", contains("treatment-plan"));
        LENA.get(situation.path("/comparison")).then().statusCode(404);

        situation.sign();
        situation.pass();
        LENA.get(situation.path("/comparison"))
                .then()
                .statusCode(200)
                .body("changedSinceReading", contains("treatment-plan"));
        AMINA.get(situation.path("/comparison")).then().statusCode(404);
        new Person("malik").get(situation.path("/comparison")).then().statusCode(404);
    }

    private static final Map<String, Object> READING =
            Map.of(
                    "diagnosis", "A polyp.",
                    "plan", "Open surgery.",
                    "confidence", "moderate",
                    "axes", Map.of("treatment-plan", "Open surgery, soon."));

    private static final Map<String, Object> CHANGED_SINCE =
            Map.of(
                    "diagnosis",
                    Map.of("value", "agree", "explanation", ""),
                    "treatment-plan",
                    Map.of(
                            "value", "minor-difference",
                            "cause", "guideline",
                            "explanation", "Keyhole surgery is an equal option.",
                            "since",
                                    Map.of(
                                            "how", "changed",
                                            "why", "The first team has the experience for it.")));

    @Test
    void a_first_team_that_triage_made_nothing_of_is_told_before_anybody_is_asked() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor");
        var named = new Situation(World.aReadyCaseOfSomeTeam(field), field);
        named.awaitState("offered");
        assertThat(Sql.count(TOLD, named.caseId(), unknown())).isEqualTo(1);
        var nowhere = new Situation(World.aReadyCase(field, UUID.randomUUID()), field);
        nowhere.awaitState("offered");
        assertThat(Sql.count(TOLD, nowhere.caseId(), unknown())).isEqualTo(1);
        var alone = new Situation(World.aReadyCaseWithoutFirstOpinion(field), field);
        alone.awaitState("offered");
        assertThat(Sql.count(TOLD, alone.caseId(), unknown())).isZero();
    }

    private static final String TOLD =
            "select count(*) from event where case_id = ? and seq = 1 and type = ?";

    private static String unknown() {
        return EventTypes.nameOf(FirstTeamUnknown.class);
    }

    private static void write(Situation situation, Map<String, Object> draft, String etag) {
        OKAFOR.put(situation.path("/opinion"), draft, etag).then().statusCode(200);
    }

    private static void pass(Situation situation) {
        var pass =
                Map.of(
                        "opinionId", situation.waiting(),
                        "checks",
                                List.of(
                                        "answers-every-question",
                                        "plain-language",
                                        "no-guarantee",
                                        "citations-hold"),
                        "significance", Map.of());
        LENA.post(situation.path("/quality-review/pass"), pass).then().statusCode(200);
    }
}
