package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.consilium.contracts.Relation;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class QuestionsIT {

    private static final Person CARLA = new Person("carla");
    private static final String NO_SUCH = "urn:consilium:problem:no-such-open-question";

    @Test
    void one_that_nobody_answers_in_time_does_not_hold_up_the_signature() throws SQLException {
        var situation = Situation.writtenByOkafor();
        var question = situation.ask("REQUESTER");
        Sql.change(
                "update deadline set due_at = now(), try_at = now() where case_id = ? and kind = 'answer-window'",
                situation.caseId());
        situation.awaitState("under-review");
        OKAFOR.get(situation.path("/questions")).then().body("closing", contains("UNANSWERED"));
        AMINA.post(situation.path("/questions/" + question + "/answer"), Map.of("text", "Late."))
                .then()
                .statusCode(409)
                .body("type", equalTo(NO_SUCH));
        situation.sign();
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Feed.published(situation.caseId()).stream()
                                        .anyMatch(
                                                event ->
                                                        event.type()
                                                                .equals(
                                                                        "review.information-request-closed.v1")));
    }

    @Test
    void one_for_a_hospital_that_has_nobody_on_the_case_is_passed_on_by_a_coordinator() {
        var situation = Situation.underReviewByOkafor();
        var path = situation.path("/questions/" + situation.ask("FIRST_TEAM") + "/answer");
        situation.ask("REQUESTER");
        CARLA.get(situation.path("/questions")).then().body("addressee", contains("FIRST_TEAM"));
        CARLA.post(path, Map.of("text", "They used the usual dose.")).then().statusCode(200);
        OKAFOR.get(situation.path("/questions"))
                .then()
                .body("[0].relayedBy", equalTo(CARLA.id().toString()))
                .body("[0].answeredBy", nullValue())
                .body("[0].answer", equalTo("They used the usual dose."));
    }

    @Test
    void one_for_a_first_team_that_is_on_the_case_is_not_the_coordinators() {
        var situation = Situation.underReviewByOkafor();
        Feed.tell(World.admitted(situation.caseId(), "rahman", Relation.REFERRER));
        var rahman = new Person("rahman");
        await().atMost(20, SECONDS)
                .until(() -> rahman.get(situation.path("/questions")).statusCode() == 200);
        var path = situation.path("/questions/" + situation.ask("FIRST_TEAM") + "/answer");
        CARLA.get(situation.path("/questions")).then().body("addressee", empty());
        CARLA.post(path, Map.of("text", "x"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:consilium:problem:not-yours-to-answer"));
        rahman.post(path, Map.of("text", "The usual dose.")).then().statusCode(200);
    }

    @Test
    void one_that_is_withdrawn_needs_no_answer() {
        var situation = Situation.underReviewByOkafor();
        var path = situation.path("/questions/" + situation.ask("COORDINATOR") + "/withdrawal");
        AMINA.post(path, null).then().statusCode(404);
        LENA.post(path, null).then().statusCode(404);
        OKAFOR.post(path, null).then().statusCode(200).body("state", equalTo("under-review"));
        OKAFOR.post(path, null).then().statusCode(409).body("type", equalTo(NO_SUCH));
        OKAFOR.get(situation.path("/questions")).then().body("closing", contains("WITHDRAWN"));
        assertThat(
                        Sql.count(
                                "select count(*) from deadline where case_id = ? and kind = 'answer-window'",
                                situation.caseId()))
                .isZero();
    }
}
