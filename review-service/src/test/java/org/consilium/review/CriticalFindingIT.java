package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.Map;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.Relation;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What cannot wait for the opinion reaches somebody who sees to it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class CriticalFindingIT {

    private static final Person CARLA = new Person("carla");
    private static final Person RAHMAN = new Person("rahman");
    private static final Map<String, Object> SEEN_TO =
            Map.of("seenTo", "The ward's doctor, by telephone; they operate tonight.");
    private static final String OVERDUE =
            "select count(*) from event where case_id = ? and type = 'review.critical-finding-overdue.v1'";

    @Test
    void is_read_and_acknowledged_once_by_whoever_can_act() {
        var situation = Situation.acceptedByOkafor();
        Feed.tell(World.admitted(situation.caseId(), "rahman", Relation.REFERRER));
        var path = situation.path("/critical-findings");
        var acknowledgement = path + "/" + flag(situation) + "/acknowledgement";
        CARLA.get(path)
                .then()
                .body("[0].text", equalTo("Free air."))
                .body("[0].acknowledgedBy", nullValue());
        await().atMost(20, SECONDS).until(() -> RAHMAN.get(path).statusCode() == 200);
        AMINA.get(path).then().statusCode(404);
        OKAFOR.post(acknowledgement, SEEN_TO).then().statusCode(404);
        RAHMAN.post(acknowledgement, Map.of("seenTo", " "))
                .then()
                .statusCode(400)
                .body("errors.field", contains("seenTo"));
        RAHMAN.post(acknowledgement, SEEN_TO).then().statusCode(200).body("seenTo", nullValue());
        CARLA.post(acknowledgement, SEEN_TO)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:acknowledged-already"));
        OKAFOR.get(path)
                .then()
                .body("[0].acknowledgedBy", equalTo(RAHMAN.id().toString()))
                .body("[0].seenTo", equalTo(SEEN_TO.get("seenTo")));
    }

    @Test
    void is_seen_to_by_somebody_else_than_who_saw_it() {
        var situation = Situation.acceptedByOkafor();
        var path = situation.path("/critical-findings/" + flag(situation) + "/acknowledgement");
        OKAFOR.post(situation.path("/return"), Map.of("reason", "ill")).then().statusCode(204);
        Feed.tell(World.admitted(situation.caseId(), "okafor", Relation.REFERRER));
        await().atMost(20, SECONDS).until(() -> OKAFOR.post(path, SEEN_TO).statusCode() != 404);
        OKAFOR.post(path, SEEN_TO)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:consilium:problem:your-own-finding"));
        CARLA.post(path, SEEN_TO).then().statusCode(200);
    }

    @Test
    void of_another_case_is_not_there() {
        var mine = Situation.acceptedByOkafor();
        var other = Situation.acceptedByOkafor();
        var findingId = flag(mine);
        CARLA.post(other.path("/critical-findings/" + findingId + "/acknowledgement"), SEEN_TO)
                .then()
                .statusCode(404);
    }

    @Test
    void that_nobody_acknowledges_in_time_is_told_again_though_its_case_was_withdrawn()
            throws SQLException {
        var situation = Situation.underReviewByOkafor();
        flag(situation);
        Feed.tell(new CaseWithdrawn(situation.caseId(), Person.id("amina"), "no-longer-needed"));
        situation.awaitState("withdrawn");
        assertThat(Sql.count(OVERDUE, situation.caseId())).isZero();
        Sql.change(
                "update deadline set due_at = now(), try_at = now() where case_id = ? and kind = 'critical-finding'",
                situation.caseId());
        await().atMost(20, SECONDS).until(() -> Sql.count(OVERDUE, situation.caseId()) == 1);
        LENA.get(situation.path("/critical-findings")).then().statusCode(200);
    }

    private static String flag(Situation situation) {
        return OKAFOR.post(situation.path("/critical-findings"), Map.of("text", "Free air."))
                .then()
                .statusCode(201)
                .extract()
                .path("findingId");
    }
}
