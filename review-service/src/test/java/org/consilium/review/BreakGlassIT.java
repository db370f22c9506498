package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What intake tells of broken glass, and what it opens here. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class BreakGlassIT {

    private static final Person MALIK = new Person("malik");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void it_opens_the_released_opinion_to_reading_and_each_look_is_logged_by_name() {
        var situation = Situation.releasedByLena();
        Feed.tell(broken(situation.caseId(), Instant.now().plus(AN_HOUR)));
        await().atMost(20, SECONDS).until(() -> status(situation, "") == 200);

        MALIK.get(situation.path("/opinion")).then().statusCode(200);
        MALIK.get(situation.path("/letter")).then().statusCode(200);
        MALIK.get(situation.path("/questions")).then().statusCode(200);
        MALIK.post(situation.path("/follow-up"), Map.of("text", "And now?")).then().statusCode(404);

        AMINA.get(situation.path("/accesses?size=3"))
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("read-questions"))
                .body("items[1].operation", equalTo("read-letter"))
                .body("items[2].operation", equalTo("read-opinion"))
                .body("items.as", everyItem(equalTo("break-glass")))
                .body("items.person", everyItem(equalTo(MALIK.id().toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reading",
                "/quality-review",
                "/critical-findings",
                "/follow-up",
                "/accesses",
                "/matching"
            })
    void of_the_rest_it_opens_nothing(String what) {
        var situation = Situation.releasedByLena();
        Feed.tell(broken(situation.caseId(), Instant.now().plus(AN_HOUR)));
        await().atMost(20, SECONDS).until(() -> status(situation, "") == 200);

        MALIK.get(situation.path(what)).then().statusCode(oneOf(403, 404));
    }

    /** It is too late to be asked, and too late to say yes. */
    @Test
    void whoever_breaks_the_glass_with_an_offer_in_hand_cannot_accept_it() {
        var situation = Situation.offeredTo("malik");
        Feed.tell(broken(situation.caseId(), Instant.now().plus(AN_HOUR)));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () ->
                                assertThat(
                                                Sql.count(
                                                        "select count(*) from case_access where case_id = ? and relation = ?",
                                                        situation.caseId(),
                                                        "BREAK_GLASS"))
                                        .isEqualTo(1));

        MALIK.post(situation.path("/acceptance"), Map.of("offerId", situation.offerId()))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:not-independent"));
    }

    @Test
    void it_opens_no_opinion_that_is_not_released() {
        var situation = Situation.writtenByOkafor();
        Feed.tell(broken(situation.caseId(), Instant.now().plus(AN_HOUR)));
        await().atMost(20, SECONDS).until(() -> status(situation, "") == 200);

        MALIK.get(situation.path("/opinion")).then().statusCode(404);
        MALIK.get(situation.path("/letter")).then().statusCode(404);
    }

    /** Though the hour is long over: the first opinion cannot be unread. */
    @ParameterizedTest
    @ValueSource(strings = {"justified", "not-justified"})
    void whoever_broke_the_glass_is_not_asked_to_review(String outcome) {
        var field = Situation.aField();
        Staff.reviewersOf(field, "malik");
        var caseId = World.aSubmittedCase();
        var glass = broken(caseId, Instant.now().minus(AN_HOUR));
        Feed.tell(glass);
        Feed.tell(new GlassBreakReviewed(caseId, glass.breakId(), MALIK.id(), LENA.id(), outcome));
        Feed.tell(World.triaged(caseId, field, null));
        Feed.tell(new CaseReady(caseId));
        var situation = new Situation(caseId, field);
        situation.awaitMatching();

        LENA.get(situation.path("/matching"))
                .then()
                .statusCode(200)
                .body(
                        "[0].result.excluded.find { it.reviewer == '%s' }.rules"
                                .formatted(MALIK.id()),
                        equalTo(List.of("participant")));
    }

    private static GlassBroken broken(UUID caseId, Instant until) {
        var due = Instant.now().plus(Duration.ofDays(3));
        return new GlassBroken(caseId, UUID.randomUUID(), MALIK.id(), "danger-to-life", until, due);
    }

    private static int status(Situation situation, String rest) {
        return MALIK.get(situation.path(rest)).statusCode();
    }
}
