package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.consilium.review.world.TwiceRead.CHEN;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.TwiceRead;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What two readings of one case come to. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class AdjudicationIT {

    private static final Person MALIK = new Person("malik");
    private static final Person SOFIA = new Person("sofia");
    private static final Person CARLA = new Person("carla");

    private static Response is(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", equalTo("urn:consilium:problem:" + code));
        return answer;
    }

    @Test
    void a_major_difference_holds_the_opinion_until_somebody_who_has_no_part_decided() {
        var twice = TwiceRead.readTwice();
        var path = twice.situation().path("/adjudication");
        LENA.post(twice.path("/comparison"), twice.comparison("major-difference"))
                .then()
                .statusCode(204);
        twice.situation().awaitState("in-adjudication");
        LENA.get("/api/reviews?state=in-adjudication&size=100")
                .then()
                .body("items.caseId", hasItem(twice.situation().caseId().toString()))
                .body("items.state", not(hasItem("in-quality-review")));
        AMINA.get(twice.situation().path("")).then().body("state", equalTo("in-quality-review"));
        is(twice.passedBy(SOFIA), 409, "second-reading-differs");
        LENA.post(twice.situation().path("/release"), null).then().statusCode(409);
        for (var other : List.of(OKAFOR, CHEN, MALIK, AMINA, CARLA)) {
            other.post(path, twice.verdict("first-stands")).then().statusCode(404);
            other.post(twice.path("/comparison"), twice.comparison("agree")).then().statusCode(404);
        }
        LENA.post(path, twice.verdict("first-stands")).then().statusCode(204);
        is(LENA.post(path, twice.verdict("discuss")), 409, "not-allowed-in-this-state");
        is(twice.passedBy(LENA), 403, "not-a-third-person");
        twice.passedBy(SOFIA).then().statusCode(200);
        OKAFOR.get(twice.path(""))
                .then()
                .body("comparisons[0].differs", equalTo(true))
                .body("comparisons[0].decision.text", equalTo("Because."));
        assertThat(twice.published()).contains("review.adjudication-requested.v1");
    }

    @Test
    void what_does_not_stand_goes_back_and_is_compared_anew() {
        var twice = TwiceRead.readTwice();
        var path = twice.situation().path("/adjudication");
        LENA.post(twice.path("/comparison"), twice.comparison("major-difference"));
        LENA.post(path, twice.verdict("second-stands")).then().statusCode(204);
        twice.situation().awaitState("under-review");
        OKAFOR.get(twice.path("")).then().statusCode(200);
        twice.situation().sign();
        is(twice.passedBy(SOFIA), 409, "second-reading-not-compared");
        LENA.post(twice.path("/comparison"), twice.comparison("minor-difference"))
                .then()
                .statusCode(204);
        twice.passedBy(SOFIA).then().statusCode(200);
        LENA.get(twice.path("")).then().body("comparisons.differs", contains(true, false));
    }

    @Test
    void whoever_checked_the_opinion_does_not_decide() {
        var twice = TwiceRead.readTwice();
        LENA.post(
                        twice.situation().path("/quality-review/return"),
                        Drafts.findingOf(twice.situation().waiting()))
                .then()
                .statusCode(200);
        twice.situation().sign();
        LENA.post(twice.path("/comparison"), twice.comparison("major-difference"))
                .then()
                .statusCode(204);
        var path = twice.situation().path("/adjudication");
        is(LENA.post(path, twice.verdict("first-stands")), 403, "not-a-third-person");
        SOFIA.post(path, twice.verdict("first-stands")).then().statusCode(204);
    }

    @Test
    void each_axis_of_the_opinion_is_compared_and_no_other() {
        var twice = TwiceRead.readTwice();
        var off =
                Map.of(
                        "opinionId",
                        twice.situation().waiting(),
                        "axes",
                        Map.of("diagnosis", "agree", "stage", "agree"));
        is(LENA.post(twice.path("/comparison"), off), 422, "comparison-off-the-opinion")
                .then()
                .body("errors.field", contains("axes.treatment-plan", "axes.stage"));
    }
}
