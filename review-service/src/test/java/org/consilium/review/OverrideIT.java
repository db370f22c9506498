package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Two clinical leads ask somebody whom a rule of matching excludes. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class OverrideIT {

    private static final Person SOFIA = new Person("sofia");
    private static final Person CARLA = new Person("carla");
    private static final Person CHEN = new Person("chen");

    @Test
    void the_reviewer_is_asked_once_a_second_lead_agrees_and_not_before() {
        var situation = whereOnlyTheLanguageOfOkaforIsMissing();
        var override = proposed(situation, OKAFOR);
        OKAFOR.get(situation.path("")).then().statusCode(404);
        agree(LENA, situation, override)
                .then()
                .statusCode(403)
                .body("type", endsWith("second-pair-of-eyes"));

        agree(SOFIA, situation, override)
                .then()
                .statusCode(200)
                .body("stand", equalTo("agreed"))
                .body("rules", contains("language"))
                .body("decidedBy", equalTo(SOFIA.id().toString()));

        assertThat(situation.asked()).isEqualTo(OKAFOR.id().toString());
        assertThat(types(situation))
                .containsSubsequence(
                        "review.assignment-override-proposed.v1",
                        "review.review-offered.v1",
                        "review.assignment-overridden.v1");
        var run = LENA.get(situation.path("/matching")).path("[0].id").toString();
        LENA.get(situation.path("/overrides")).then().body("[0].matching", equalTo(run));
        situation.accept();
    }

    @Test
    void only_leads_read_or_write_it() {
        var situation = whereOnlyTheLanguageOfOkaforIsMissing();
        proposed(situation, OKAFOR);
        for (var person : List.of(CARLA, OKAFOR, AMINA)) {
            person.get(situation.path("/overrides")).then().statusCode(404);
            propose(person, situation, CHEN).then().statusCode(404);
        }
    }

    @Test
    void a_declined_one_has_no_effect_and_makes_room_for_another() {
        var situation = whereOnlyTheLanguageOfOkaforIsMissing();
        var override = proposed(situation, OKAFOR);
        propose(SOFIA, situation, OKAFOR)
                .then()
                .statusCode(409)
                .body("type", endsWith("override-waits"));

        SOFIA.post(path(situation, override, "decline"), Map.of("text", "An interpreter, rather."))
                .then()
                .statusCode(200)
                .body("stand", equalTo("declined"));

        agree(SOFIA, situation, override)
                .then()
                .statusCode(409)
                .body("type", endsWith("no-such-override-waiting"));
        situation.awaitState("awaiting-assignment");
        proposed(situation, OKAFOR);
    }

    @Test
    void of_two_proposals_at_once_one_waits() throws Exception {
        var situation = whereOnlyTheLanguageOfOkaforIsMissing();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> calls =
                    List.of(
                            () -> propose(LENA, situation, OKAFOR).statusCode(),
                            () -> propose(SOFIA, situation, OKAFOR).statusCode());
            var answers = both.invokeAll(calls);
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void a_proposal_lapses_when_matching_finds_somebody() {
        var situation = whereOnlyTheLanguageOfOkaforIsMissing();
        var override = proposed(situation, OKAFOR);
        Staff.reviewersOf(situation.field(), "chen");

        LENA.post(situation.path("/matching"), null).then().statusCode(200);

        LENA.get(situation.path("/overrides")).then().body("[0].stand", equalTo("lapsed"));
        agree(SOFIA, situation, override).then().statusCode(409);
    }

    @Test
    void where_the_capacity_is_set_aside_the_offer_can_be_accepted() throws SQLException {
        var field = Situation.aField();
        Staff.reviewer("chen", Set.of(field), null, 1);
        Sql.change(
                "update reviewer set open_reviews = greatest(open_reviews, 1) where person = ?",
                CHEN.id());
        var situation = new Situation(World.aReadyCase(field, null), field);
        situation.awaitMatching();
        long before = openReviewsOfChen();

        agree(SOFIA, situation, proposed(situation, CHEN)).then().statusCode(200);
        CHEN.post(situation.path("/acceptance"), Map.of("offerId", situation.offerId()))
                .then()
                .statusCode(200);

        assertThat(openReviewsOfChen()).isEqualTo(before + 1);
    }

    @Test
    void whoever_declined_for_a_conflict_of_interest_is_never_asked_again() {
        var situation = Situation.offeredTo("okafor");
        OKAFOR.post(
                        situation.path("/offers/" + situation.offerId() + "/decline"),
                        Map.of("reason", "conflict-of-interest"))
                .then()
                .statusCode(204);

        propose(LENA, situation, OKAFOR)
                .then()
                .statusCode(409)
                .body("type", endsWith("never-overridden"))
                .body("errors.rule", contains("already-asked"));
    }

    @Test
    void nor_is_who_gave_the_case_back_for_one() {
        var situation = Situation.acceptedByOkafor();
        OKAFOR.post(situation.path("/return"), Map.of("reason", "conflict-of-interest"))
                .then()
                .statusCode(204);

        propose(LENA, situation, OKAFOR)
                .then()
                .statusCode(409)
                .body("errors.rule", contains("already-asked"));
    }

    @Test
    void nobody_who_works_where_the_first_team_works_is_asked_by_anybody() {
        var field = Situation.aField();
        var hospital = Staff.anOrganisation("Overridden Hospital");
        Staff.reviewer("okafor", Set.of(field), hospital, Staff.PLENTY);
        var situation = new Situation(World.aReadyCase(field, hospital), field);
        situation.awaitMatching();

        propose(LENA, situation, OKAFOR)
                .then()
                .statusCode(409)
                .body("errors.rule", contains("independence-organisation"));
    }

    /** The cases here are in English and Urdu. */
    private static Situation whereOnlyTheLanguageOfOkaforIsMissing() {
        var field = Situation.aField();
        var entry = new HashMap<>(Staff.entry("okafor", Set.of(field), null, Staff.PLENTY));
        entry.put("languages", List.of("zh"));
        Staff.enter("okafor", entry);
        var situation = new Situation(World.aReadyCase(field, null), field);
        situation.awaitMatching();
        return situation;
    }

    private static String proposed(Situation situation, Person reviewer) {
        return propose(LENA, situation, reviewer)
                .then()
                .statusCode(201)
                .body("stand", equalTo("waiting"))
                .extract()
                .path("overrideId");
    }

    private static Response propose(Person lead, Situation situation, Person reviewer) {
        return lead.post(
                situation.path("/overrides"),
                Map.of(
                        "reviewer", reviewer.id().toString(),
                        "reason", "nobody-else",
                        "text", "Nobody else reads this; an interpreter would help."));
    }

    private static Response agree(Person lead, Situation situation, String override) {
        return lead.post(path(situation, override, "agreement"), null);
    }

    private static String path(Situation situation, String override, String what) {
        return situation.path("/overrides/" + override + "/" + what);
    }

    private static long openReviewsOfChen() {
        return Sql.count("select open_reviews from reviewer where person = ?", CHEN.id());
    }

    private static List<String> types(Situation situation) {
        await().atMost(20, SECONDS).until(() -> Feed.published(situation.caseId()).size() >= 4);
        return Feed.published(situation.caseId()).stream().map(event -> event.type()).toList();
    }
}
