package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
class SeveralOffersIT {

    private static final Person CHEN = new Person("chen");
    private static final Person MALIK = new Person("malik");

    @Test
    void in_an_urgent_case_two_are_asked_and_neither_sees_the_other() {
        var situation = askedOkaforAndChen();
        LENA.get(situation.path("")).then().body("standing.offers", hasSize(2));
        OKAFOR.get(situation.path(""))
                .then()
                .body("standing.offers.reviewer", contains(OKAFOR.id().toString()));
        assertThat(listed(CHEN, situation)).containsExactly(CHEN.id().toString());
    }

    @Test
    void one_who_declines_is_replaced_by_the_next() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor", "chen", "malik");
        var situation = new Situation(World.anUrgentCase(field), field);
        situation.awaitState("offered");
        var first = asked(situation).getFirst();
        var declining = Stream.of(OKAFOR, CHEN, MALIK).filter(p -> p.id().toString().equals(first));
        declining.forEach(
                person ->
                        person.post(
                                        situation.path(
                                                "/offers/" + offer(person, situation) + "/decline"),
                                        Map.of("reason", "no-time"))
                                .then()
                                .statusCode(204));
        assertThat(asked(situation)).hasSize(2).doesNotContain(first);
    }

    @Test
    void whoever_comes_second_is_told_kindly_and_loses_nothing() {
        var situation = askedOkaforAndChen();
        var chensOffer = offer(CHEN, situation);
        assertThat(accept(OKAFOR, situation, offer(OKAFOR, situation)).statusCode()).isEqualTo(200);
        accept(CHEN, situation, chensOffer)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:offer-lapsed"));
        CHEN.get(situation.path("")).then().statusCode(404);
        await().atMost(20, SECONDS)
                .until(() -> types(situation).contains("review.offer-lapsed.v1"));
        assertThat(
                        Sql.count(
                                "select count(*) from deadline where case_id = ? and kind = 'offer-expiry'",
                                situation.caseId()))
                .isZero();
    }

    @Test
    void of_two_acceptances_at_the_same_moment_exactly_one_wins() throws Exception {
        for (int round = 0; round < 8; round++) {
            var situation = askedOkaforAndChen();
            var okafors = offer(OKAFOR, situation);
            var chens = offer(CHEN, situation);
            assertThat(
                            atOnce(
                                    List.of(
                                            () -> accept(OKAFOR, situation, okafors),
                                            () -> accept(CHEN, situation, chens))))
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(
                            Sql.count(
                                    "select count(*) from offer where case_id = ? and outcome = 'accepted'",
                                    situation.caseId()))
                    .isOne();
        }
    }

    @Test
    void however_many_cases_are_accepted_at_once_the_capacity_holds() throws Exception {
        var field = Situation.aField();
        Staff.reviewer("malik", Set.of(field), null, openReviews() + 3);
        var situations =
                IntStream.range(0, 12)
                        .mapToObj(_ -> new Situation(World.aReadyCase(field, null), field))
                        .toList();
        situations.forEach(situation -> situation.awaitState("offered"));
        var answers =
                atOnce(
                        situations.stream()
                                .map(s -> (Callable<Response>) () -> accept(MALIK, s, s.offerId()))
                                .toList());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(9);
        assertThat(situations)
                .filteredOn(s -> s.state().equals("offered"))
                .first()
                .satisfies(
                        s ->
                                accept(MALIK, s, s.offerId())
                                        .then()
                                        .statusCode(409)
                                        .body(
                                                "type",
                                                equalTo("urn:consilium:problem:capacity-reached")));
        assertThat(
                        Sql.count(
                                "select capacity - open_reviews from reviewer where person = ?",
                                MALIK.id()))
                .isZero();
    }

    private static Situation askedOkaforAndChen() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor", "chen");
        var situation = new Situation(World.anUrgentCase(field), field);
        situation.awaitState("offered");
        return situation;
    }

    private static int openReviews() {
        Staff.reviewer("malik", Set.of(Situation.aField()), null, Staff.PLENTY);
        return (int) Sql.count("select open_reviews from reviewer where person = ?", MALIK.id());
    }

    private static List<Integer> atOnce(List<Callable<Response>> requests) throws Exception {
        try (var all = Executors.newFixedThreadPool(requests.size())) {
            return all.invokeAll(requests).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .toList();
        }
    }

    private static Response accept(Person reviewer, Situation situation, String offer) {
        return reviewer.post(situation.path("/acceptance"), Map.of("offerId", offer));
    }

    private static String offer(Person reviewer, Situation situation) {
        return reviewer.get(situation.path("")).path("standing.offers[0].offerId");
    }

    private static List<String> asked(Situation situation) {
        return LENA.get(situation.path("")).path("standing.offers.reviewer");
    }

    private static List<String> listed(Person reviewer, Situation situation) {
        return reviewer.get("/api/reviews?state=offered&size=100")
                .path(
                        "items.find { it.caseId == '%s' }.standing.offers.reviewer"
                                .formatted(situation.caseId()));
    }

    private static List<String> types(Situation situation) {
        return Feed.published(situation.caseId()).stream().map(event -> event.type()).toList();
    }
}
