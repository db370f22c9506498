package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.consilium.review.world.TwiceRead.CHEN;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Staff;
import org.consilium.review.world.TwiceRead;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Cases that somebody else reads, too. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class DoubleReadIT {

    private static final Person MALIK = new Person("malik");
    private static final Person CARLA = new Person("carla");

    private static Response is(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", equalTo("urn:consilium:problem:" + code));
        return answer;
    }

    @Test
    void where_surgery_is_planned_somebody_else_reads_and_the_opinion_waits_for_it() {
        var twice = TwiceRead.underWayByChen();
        LENA.get(twice.path(""))
                .then()
                .body("reason", equalTo("high-stakes"))
                .body("reader", equalTo(CHEN.id().toString()))
                .body("state", equalTo("under-way"));
        twice.write();
        twice.situation().sign();
        is(twice.passedBy(LENA), 409, "second-reading-waits");
        twice.commit();
        is(twice.passedBy(LENA), 409, "second-reading-not-compared");
        LENA.post(twice.path("/comparison"), twice.comparison("agree")).then().statusCode(204);
        twice.passedBy(LENA).then().statusCode(200);
        LENA.post(twice.situation().path("/release"), null).then().statusCode(200);
        assertThat(twice.published())
                .contains(
                        "review.second-reading-asked.v1",
                        "review.second-reader-admitted.v1",
                        "review.second-reader-left.v1")
                .doesNotContain("review.adjudication-requested.v1");
    }

    @Test
    void a_case_of_the_sample_is_read_twice_and_another_is_not() {
        var twice = TwiceRead.sampled("okafor", "chen");
        LENA.get(twice.path(""))
                .then()
                .body("reason", equalTo("sampled"))
                .body("state", equalTo("asked"));
        var once = Situation.underReviewByOkafor();
        LENA.get(once.path("/second-reading")).then().statusCode(404);
    }

    /** Canaries in all that the reviewer and the patient's side wrote. */
    @Test
    void the_second_reader_sees_nothing_of_the_first_reading() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor", "chen");
        var id = World.aReadyCase(World.anId(false), field, null, "surgery-recommended");
        var situation = new Situation(id, field);
        situation.awaitState("offered");
        situation.accept();
        writesCanaries(situation);
        var twice = new TwiceRead(situation);
        seesNothing(twice);
        CHEN.post(twice.path("/acceptance"), null).then().statusCode(204);
        seesNothing(twice);
        twice.commit();
        situation.sign();
        seesNothing(twice);
        CHEN.get(situation.path("/quality-review")).then().statusCode(404);
        LENA.post(twice.path("/comparison"), twice.comparison("major-difference"))
                .then()
                .statusCode(204);
        seesNothing(twice);
        CHEN.get(twice.path("")).then().body("state", equalTo("committed"));
    }

    private static void writesCanaries(Situation situation) {
        OKAFOR.post(
                        situation.path("/reading"),
                        Map.of(
                                "diagnosis", "canary-diagnosis",
                                "plan", "canary-plan",
                                "confidence", "low",
                                "axes", Map.of("diagnosis", "canary-axis")))
                .then()
                .statusCode(200);
        var draft = Drafts.complete(situation.aDocument());
        draft.put("summary", "canary-summary، تشخیص درست ہے");
        draft.put(
                "axes",
                Map.of(
                        "diagnosis",
                        Map.of(
                                "value", "agree",
                                "explanation", "",
                                "since", Map.of("how", "kept")),
                        "treatment-plan",
                        Map.of(
                                "value", "minor-difference",
                                "cause", "guideline",
                                "explanation", "canary-explanation")));
        OKAFOR.put(situation.path("/opinion"), draft, "\"0\"").then().statusCode(200);
    }

    private static void seesNothing(TwiceRead twice) {
        var own = CHEN.get(twice.path(""));
        own.then().statusCode(200).body("reason", nullValue()).body("comparisons", nullValue());
        assertThat(own.asString())
                .doesNotContain("canary")
                .doesNotContain("\"low\"")
                .doesNotContain(OKAFOR.id().toString());
        for (var other :
                List.of(
                        "",
                        "/reading",
                        "/comparison",
                        "/opinion",
                        "/letter",
                        "/questions",
                        "/follow-up",
                        "/amendments")) {
            CHEN.get(twice.situation().path(other)).then().statusCode(404);
        }
        assertThat(CHEN.get("/api/reviews?size=100").asString())
                .doesNotContain(twice.situation().caseId().toString());
    }

    @Test
    void its_words_are_the_readers_the_leads_and_after_the_signature_the_authors() {
        var twice = TwiceRead.underWayByChen();
        twice.commit();
        OKAFOR.get(twice.path("")).then().statusCode(404);
        twice.write();
        OKAFOR.get(twice.path("")).then().statusCode(404);
        twice.situation().sign();
        OKAFOR.get(twice.path(""))
                .then()
                .statusCode(200)
                .body("reading.reading.plan", equalTo("q"))
                .body("reader", nullValue())
                .body("reading.reviewer", nullValue());
        CHEN.get(twice.path("")).then().body("reading.reading.plan", equalTo("q"));
        LENA.get(twice.path("")).then().body("reading.reading.plan", equalTo("q"));
        LENA.get(twice.situation().path("/reading")).then().body("reading.plan", equalTo("p"));
        MALIK.get(twice.path("")).then().statusCode(404);
        for (var stranger : List.of(AMINA, CARLA, new Person("olga"))) {
            stranger.get(twice.path("")).then().statusCode(404);
        }
        AMINA.get(twice.situation().path("/accesses"))
                .then()
                .body("items.operation", hasItem("read-second-reading"));
    }

    @Test
    void whoever_is_not_asked_learns_nothing_and_changes_nothing() {
        var twice = TwiceRead.askedOfChen();
        var reading = Map.of("diagnosis", "x", "plan", "y", "confidence", "low");
        for (var stranger : List.of(MALIK, OKAFOR)) {
            stranger.post(twice.path("/acceptance"), null).then().statusCode(404);
            stranger.post(twice.path("/decline"), Map.of("reason", "other")).then().statusCode(404);
            stranger.post(twice.path("/reading"), reading).then().statusCode(404);
        }
        for (var stranger : List.of(AMINA, CARLA, new Person("olga"))) {
            stranger.post(twice.path("/acceptance"), null).then().statusCode(404);
            stranger.post(twice.path("/reading"), reading).then().statusCode(404);
        }
        CHEN.post(twice.path("/reading"), reading).then().statusCode(404);
        assertThat(twice.stateForLead()).isEqualTo("asked");
    }

    @Test
    void somebody_of_the_first_team_is_not_asked_and_with_nobody_left_one_reading_is_enough() {
        var field = Situation.aField();
        var hospital = Staff.anOrganisation("Twice General " + field);
        Staff.reviewersOf(field, "okafor");
        Staff.reviewer("malik", Set.of(field), hospital, Staff.PLENTY);
        var id = World.aReadyCase(World.anId(false), field, hospital, "surgery-recommended");
        var twice = TwiceRead.readByOkafor(id, field);
        LENA.get(twice.path(""))
                .then()
                .body("state", equalTo("stood-down"))
                .body("stoodDown", equalTo("nobody-found"));
        twice.write();
        twice.situation().sign();
        twice.passedBy(LENA).then().statusCode(200);
        Staff.reviewersOf(Situation.aField(), "malik");
    }
}
