package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** How a review ends for its reviewer before there is an opinion, and after. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class HandOverIT {

    private static final Person CHEN = new Person("chen");
    private static final Person CARLA = new Person("carla");
    private static final Map<String, String> CONFLICT = Map.of("reason", "conflict-of-interest");

    @Test
    void a_reviewer_who_sees_whose_hospital_it_is_gives_the_case_back() {
        var situation = takenByOkaforBeforeChen();
        situation.read();
        var question = situation.ask("REQUESTER");
        OKAFOR.put(situation.path("/opinion"), Drafts.complete(situation.aDocument()), "\"0\"")
                .then()
                .statusCode(200);
        OKAFOR.post(situation.path("/return"), CONFLICT).then().statusCode(204);
        OKAFOR.get(situation.path("/opinion")).then().statusCode(404);
        assertThat(situation.asked()).isEqualTo(CHEN.id().toString());
        assertThat(Sql.count(DEADLINES, situation.caseId())).isZero();

        CHEN.post(situation.path("/acceptance"), Map.of("offerId", situation.offerId()))
                .then()
                .statusCode(200);
        CHEN.get(situation.path("/reading")).then().statusCode(404);
        CHEN.get(situation.path("/questions"))
                .then()
                .body("questionId", contains(question))
                .body("closing", contains("WITHDRAWN"));
        var reading = Map.of("diagnosis", "other", "plan", "p", "confidence", "high");
        CHEN.post(situation.path("/reading"), reading).then().statusCode(200);
        CHEN.get(situation.path("/reading")).then().body("reading.diagnosis", equalTo("other"));
        CHEN.get(situation.path("/opinion")).then().body("version", equalTo(0));
    }

    @Test
    void whoever_has_not_the_case_gives_nothing_back_and_learns_nothing() {
        var situation = Situation.acceptedByOkafor();
        CHEN.post(situation.path("/return"), CONFLICT).then().statusCode(404);
        LENA.post(situation.path("/return"), CONFLICT).then().statusCode(404);
        OKAFOR.post(situation.path("/return"), Map.of("reason", "the patient is my aunt"))
                .then()
                .statusCode(400);
        situation.awaitState("independent-reading");
    }

    @Test
    void a_clinical_lead_assigns_a_review_anew_that_nobody_works_on() {
        var situation = takenByOkaforBeforeChen();
        var overdue = Map.of("reason", "overdue");
        OKAFOR.post(situation.path("/reassignment"), overdue).then().statusCode(404);
        LENA.post(situation.path("/reassignment"), overdue).then().statusCode(204);
        assertThat(situation.asked()).isEqualTo(CHEN.id().toString());
        OKAFOR.get(situation.path("")).then().statusCode(404);
        LENA.post(situation.path("/reassignment"), overdue).then().statusCode(409);
    }

    @Test
    void staff_end_a_review_whose_case_nobody_is_left_on() {
        var situation = Situation.underReviewByOkafor();
        long taken = openReviews();
        var ending = Map.of("reason", "consent-ended");
        OKAFOR.post(situation.path("/withdrawal"), ending).then().statusCode(404);
        CARLA.post(situation.path("/withdrawal"), ending)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        OKAFOR.get(situation.path("/questions")).then().statusCode(404);
        assertThat(openReviews()).isEqualTo(taken - 1);
    }

    @Test
    void with_the_closing_of_the_case_its_reviewer_reads_nothing_of_it_any_more() {
        var situation = Situation.releasedByLena();
        OKAFOR.get(situation.path("/opinion")).then().statusCode(200);
        Feed.tell(new CaseClosed(situation.caseId(), "follow-up-over"));
        await().atMost(20, SECONDS)
                .until(() -> OKAFOR.get(situation.path("/opinion")).statusCode() == 404);
        Situation.AMINA.get(situation.path("/opinion")).then().statusCode(200);
        Situation.AMINA
                .post(situation.path("/follow-up"), Map.of("text", "One more?"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:follow-up-window-closed"));
    }

    /** Chen is next: one language of the case's less. */
    private static Situation takenByOkaforBeforeChen() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor", "chen");
        var situation = new Situation(World.aReadyCase(field, null), field);
        situation.awaitState("offered");
        situation.accept();
        return situation;
    }

    private static final String DEADLINES =
            "select count(*) from deadline where case_id = ? and kind = 'answer-window'";

    private static long openReviews() {
        return Sql.count("select open_reviews from reviewer where person = ?", OKAFOR.id());
    }
}
