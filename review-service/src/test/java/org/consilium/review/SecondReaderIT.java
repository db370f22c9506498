package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.consilium.review.world.TwiceRead.CHEN;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.TwiceRead;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Who reads a second time, until when, and that each of them has a place for it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class SecondReaderIT {

    private static final Person MALIK = new Person("malik");

    @Test
    void nobody_accepts_in_two_windows_and_the_case_is_read_once() throws SQLException {
        var twice = TwiceRead.sampled("okafor", "chen", "malik");
        var first = LENA.get(twice.path("")).<String>path("reader");
        twice.letTimePass();
        await().atMost(20, SECONDS)
                .until(
                        () -> {
                            var now = LENA.get(twice.path("")).<String>path("reader");
                            return now != null && !now.equals(first);
                        });
        twice.letTimePass();
        twice.awaitState("stood-down");
        LENA.get(twice.path("")).then().body("stoodDown", equalTo("nobody-accepted"));
        CHEN.get(twice.path("")).then().statusCode(404);
        CHEN.post(twice.path("/acceptance"), null).then().statusCode(404);
    }

    @Test
    void a_reading_that_is_not_there_when_it_is_due_keeps_nobody_waiting() throws SQLException {
        var twice = TwiceRead.underWayByChen();
        long open = openReviews(CHEN);
        twice.letTimePass();
        twice.awaitState("stood-down");
        assertThat(openReviews(CHEN)).isEqualTo(open - 1);
        CHEN.get(twice.path("")).then().statusCode(404);
        twice.write();
        twice.situation().sign();
        pass(LENA, twice).then().statusCode(200);
    }

    @Test
    void whoever_declines_makes_room_for_the_next() {
        var twice = TwiceRead.sampled("okafor", "chen", "malik");
        var first = LENA.get(twice.path("")).<String>path("reader");
        var asked = first.equals(CHEN.id().toString()) ? CHEN : MALIK;
        var next = asked.equals(CHEN) ? MALIK : CHEN;
        asked.post(twice.path("/decline"), Map.of("reason", "no-time")).then().statusCode(204);
        LENA.get(twice.path("")).then().body("reader", equalTo(next.id().toString()));
        long open = openReviews(next);
        next.post(twice.path("/acceptance"), null).then().statusCode(204);
        assertThat(openReviews(next)).isEqualTo(open + 1);
        next.post(twice.path("/decline"), Map.of("reason", "other")).then().statusCode(204);
        assertThat(openReviews(next)).isEqualTo(open);
        assertThat(twice.stateForLead()).isEqualTo("stood-down");
    }

    @Test
    void who_reads_a_second_time_is_not_asked_to_take_the_case_over() {
        var twice = TwiceRead.underWayByChen();
        OKAFOR.post(twice.situation().path("/return"), Map.of("reason", "ill"))
                .then()
                .statusCode(204);
        LENA.get(twice.situation().path("/matching"))
                .then()
                .body(
                        "[0].result.excluded.find { it.reviewer == '%s' }.rules"
                                .formatted(CHEN.id()),
                        hasItem("participant"));
    }

    @Test
    void a_withdrawn_case_is_read_by_nobody() {
        var twice = TwiceRead.underWayByChen();
        long open = openReviews(CHEN);
        Feed.tell(
                new CaseWithdrawn(twice.situation().caseId(), Person.id("amina"), "changed-mind"));
        twice.awaitState("stood-down");
        assertThat(openReviews(CHEN)).isEqualTo(open - 1);
        CHEN.get(twice.path("")).then().statusCode(404);
    }

    @Test
    void of_two_acceptances_at_once_one_succeeds() throws Exception {
        var twice = TwiceRead.askedOfChen();
        long open = openReviews(CHEN);
        assertThat(atOnce(() -> accept(CHEN, twice), () -> accept(CHEN, twice)))
                .containsExactlyInAnyOrder(204, 409);
        assertThat(openReviews(CHEN)).isEqualTo(open + 1);
    }

    @Test
    void of_two_second_readings_for_one_free_place_one_is_accepted() throws Exception {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor");
        Staff.reviewer("malik", Set.of(field), null, (int) openReviews(MALIK) + 1);
        var one = aCaseOf(field);
        var other = aCaseOf(field);
        assertThat(atOnce(() -> accept(MALIK, one), () -> accept(MALIK, other)))
                .containsExactlyInAnyOrder(204, 409);
        Staff.reviewersOf(Situation.aField(), "malik");
    }

    private static TwiceRead aCaseOf(String field) {
        var id = World.aReadyCase(World.anId(false), field, null, "surgery-recommended");
        return TwiceRead.readByOkafor(id, field);
    }

    private static int accept(Person reader, TwiceRead twice) {
        return reader.post(twice.path("/acceptance"), null).statusCode();
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    private static Response pass(Person checker, TwiceRead twice) {
        return checker.post(
                twice.situation().path("/quality-review/pass"),
                Drafts.passOf(twice.situation().waiting()));
    }

    private static long openReviews(Person reader) {
        return Sql.count("select open_reviews from reviewer where person = ?", reader.id());
    }
}
