package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The triage was set right while somebody is asked, or after somebody has accepted. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class CorrectionIT {

    private static final Person CHEN = new Person("chen");

    @Test
    void whoever_fits_no_more_is_not_asked_any_longer_and_the_next_is() {
        var situation = Situation.offeredTo("okafor");
        var offer = situation.offerId();
        var other = Situation.aField();
        Staff.reviewersOf(other, "chen");

        Feed.tell(World.triagedAnew(situation.caseId(), other));

        await().atMost(20, SECONDS).until(() -> CHEN.id().toString().equals(situation.asked()));
        assertThat(outcome(offer)).isEqualTo("lapsed");
        OKAFOR.get(situation.path("")).then().statusCode(404);
        OKAFOR.post(situation.path("/acceptance"), Map.of("offerId", offer))
                .then()
                .statusCode(409)
                .body("type", endsWith("offer-lapsed"));
    }

    @Test
    void whoever_fits_still_is_asked_as_before() {
        var situation = Situation.offeredTo("okafor");
        var offer = situation.offerId();
        var other = Situation.aField();
        Staff.reviewer("okafor", Set.of(situation.field(), other), null, 50);

        Feed.tell(World.triagedAnew(situation.caseId(), other));

        await().atMost(20, SECONDS).until(() -> matchings(situation) == 2);
        assertThat(situation.offerId()).isEqualTo(offer);
    }

    @Test
    void whoever_has_accepted_goes_on() {
        var situation = Situation.acceptedByOkafor();

        var told = Feed.tell(World.triagedAnew(situation.caseId(), Situation.aField()));
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from inbox where event_id = ?",
                                                told.id())
                                        == 1);

        situation.awaitState("independent-reading");
        situation.read();
        situation.awaitState("under-review");
    }

    private static long matchings(Situation situation) {
        return Sql.count("select count(*) from matching where case_id = ?", situation.caseId());
    }

    private static String outcome(String offer) {
        return Sql.count(
                                "select count(*) from offer where id = ?::uuid and outcome = 'lapsed'",
                                offer)
                        == 1
                ? "lapsed"
                : "open";
    }
}
