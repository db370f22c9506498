package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Snapshot;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class OffersIT {

    private static final Person CHEN = new Person("chen");
    private static final Person MALIK = new Person("malik");

    private final ObjectMapper json;

    OffersIT(ObjectMapper json) {
        this.json = json;
    }

    @Test
    void a_declined_offer_goes_to_the_next_and_whoever_declined_sees_nothing_any_more() {
        var situation = Situation.offeredTo("okafor", "chen");
        assertThat(situation.asked()).isEqualTo(OKAFOR.id().toString());
        var path = situation.path("/offers/" + situation.offerId() + "/decline");
        OKAFOR.post(path, Map.of("reason", "no-time"), "a-key").then().statusCode(204);
        assertThat(situation.asked()).isEqualTo(CHEN.id().toString());
        OKAFOR.get(situation.path("")).then().statusCode(404);
        OKAFOR.post(path, Map.of("reason", "no-time"), "a-key").then().statusCode(204);
        OKAFOR.post(path, Map.of("reason", "no-time")).then().statusCode(404);
        LENA.get(situation.path("/matching"))
                .then()
                .body(
                        "[0].result.excluded.find { it.reviewer == '%s' }.rules"
                                .formatted(OKAFOR.id()),
                        hasItems("already-asked"));
    }

    /** Neither that it is offered nor that somebody has it. */
    @Test
    void whoever_was_not_asked_learns_nothing_by_accepting() {
        var situation = Situation.offeredTo("okafor");
        var offer = situation.offerId();
        learnsNothing(situation, offer);
        OKAFOR.post(situation.path("/acceptance"), Map.of("offerId", offer)).then().statusCode(200);
        learnsNothing(situation, offer);
    }

    private static void learnsNothing(Situation situation, String offer) {
        for (var stranger : List.of(CHEN, MALIK)) {
            stranger.post(situation.path("/acceptance"), Map.of("offerId", offer))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void an_offer_that_nobody_answers_goes_to_the_next() throws SQLException {
        var situation = Situation.offeredTo("okafor", "chen");
        var offer = situation.offerId();
        expireNow(situation);
        await().atMost(20, SECONDS).until(() -> CHEN.id().toString().equals(situation.asked()));
        OKAFOR.post(situation.path("/acceptance"), Map.of("offerId", offer)).then().statusCode(404);
        assertThat(types(situation)).contains("review.offer-expired.v1");
    }

    @Test
    void with_nobody_left_the_lead_is_told_and_may_try_again() {
        var situation = Situation.offeredTo("okafor");
        OKAFOR.post(
                        situation.path("/offers/" + situation.offerId() + "/decline"),
                        Map.of("reason", "language"))
                .then()
                .statusCode(204);
        situation.awaitState("awaiting-assignment");
        await().atMost(20, SECONDS)
                .until(() -> types(situation).contains("review.reviewer-not-found.v1"));
        Staff.reviewersOf(situation.field(), "chen");
        LENA.post(situation.path("/matching"), null).then().statusCode(200);
        assertThat(situation.asked()).isEqualTo(CHEN.id().toString());
        LENA.post(situation.path("/matching"), null).then().statusCode(409);
    }

    @Test
    void every_stored_matching_comes_out_the_same_when_it_is_computed_again() throws Exception {
        var situation = Situation.offeredTo("okafor", "chen");
        var runs = json.readTree(LENA.get(situation.path("/matching")).asString());
        assertThat(runs).hasSize(1);
        var snapshot = json.treeToValue(runs.get(0).get("snapshot"), Snapshot.class);
        var result = json.treeToValue(runs.get(0).get("result"), Matching.class);
        assertThat(Matching.match(snapshot)).isEqualTo(result);
    }

    @Test
    void of_two_acceptances_at_once_for_one_free_place_one_succeeds() throws Exception {
        var field = Situation.aField();
        Staff.reviewer("malik", Set.of(field), null, 1);
        var malik = new Person("malik");
        var cases = List.of(World.aReadyCase(field, null), World.aReadyCase(field, null));
        var situations = cases.stream().map(id -> new Situation(id, field)).toList();
        situations.forEach(situation -> situation.awaitState("offered"));
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers =
                    both.invokeAll(
                            situations.stream()
                                    .<java.util.concurrent.Callable<Integer>>map(
                                            s -> () -> accept(malik, s))
                                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(Sql.count("select open_reviews from reviewer where person = ?", malik.id()))
                .isEqualTo(1);
    }

    private static int accept(Person reviewer, Situation situation) {
        return reviewer.post(situation.path("/acceptance"), Map.of("offerId", situation.offerId()))
                .statusCode();
    }

    @Test
    void a_withdrawn_case_ends_the_review_and_frees_the_reviewer() {
        var situation = Situation.acceptedByOkafor();
        long open = openReviews();
        Feed.tell(new CaseWithdrawn(situation.caseId(), Person.id("amina"), "changed-mind"));
        situation.awaitState("withdrawn");
        assertThat(openReviews()).isEqualTo(open - 1);
        OKAFOR.get(situation.path("")).then().statusCode(404);
        LENA.get(situation.path("")).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void a_case_that_is_ready_before_it_is_triaged_is_matched_once_it_is() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "chen");
        var situation = new Situation(World.aSubmittedCase(), field);
        Feed.tell(new CaseReady(situation.caseId()));
        Feed.tell(World.triaged(situation.caseId(), field, null));
        situation.awaitState("offered");
    }

    private static long openReviews() {
        return Sql.count("select open_reviews from reviewer where person = ?", OKAFOR.id());
    }

    private static void expireNow(Situation situation) throws SQLException {
        Sql.change(
                "update deadline set due_at = now(), try_at = now() where case_id = ?",
                situation.caseId());
    }

    private static List<String> types(Situation situation) {
        return Feed.published(situation.caseId()).stream().map(event -> event.type()).toList();
    }
}
