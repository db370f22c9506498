package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
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
        Staff.reviewer("okafor", Set.of(situation.field(), other), null, Staff.PLENTY);

        Feed.tell(World.triagedAnew(situation.caseId(), other));

        await().atMost(20, SECONDS).until(() -> matchings(situation) == 3);
        assertThat(situation.offerId()).isEqualTo(offer);
    }

    @Test
    void whoever_has_accepted_goes_on_when_a_clinical_lead_says_so() {
        var situation = Situation.acceptedByOkafor();

        Feed.tell(World.triagedAnew(situation.caseId(), Situation.aField()));

        awaitQuestionedBy(situation, "specialty");
        situation.read();
        situation.awaitState("under-review");
        assertThat(told(AssignmentQuestioned.class, situation)).isEqualTo(1);
        assertThat(matchings(situation)).isEqualTo(2);
        AMINA.get(situation.path("")).then().statusCode(200).body("questioned", nullValue());

        OKAFOR.post(situation.path("/assignment-confirmation"), null).then().statusCode(404);
        LENA.post(situation.path("/assignment-confirmation"), null).then().statusCode(204);

        LENA.get(situation.path("")).then().body("questioned", nullValue());
        LENA.post(situation.path("/assignment-confirmation"), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("assignment-not-questioned"));
    }

    @Test
    void whoever_is_of_the_corrected_first_team_is_not_confirmed_and_their_opinion_not_released()
            throws SQLException {
        var hospital = Staff.anOrganisation("Corrected " + Situation.aField());
        var situation = Situation.signedByOkafor();
        situation.pass();
        Staff.reviewer("okafor", Set.of(situation.field()), hospital, Staff.PLENTY);

        Feed.tell(World.triagedAnew(situation.caseId(), situation.field(), hospital));

        awaitQuestionedBy(situation, "independence-organisation");
        LENA.post(situation.path("/release"), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("assignment-questioned"));
        LENA.post(situation.path("/assignment-confirmation"), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("reviewer-not-independent"));
        LENA.get(situation.path("")).then().body("questioned.rules", hasSize(1));

        Sql.change("delete from questioned_assignment where case_id = ?", situation.caseId());
        LENA.post(situation.path("/release"), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("reviewer-not-independent"));
        LENA.get(situation.path("")).then().body("state", equalTo("signed"));
    }

    @Test
    void a_corrected_first_team_that_stands_in_no_directory_is_told_once() {
        var situation = Situation.offeredTo("okafor");
        var nowhere = UUID.randomUUID();

        Feed.tell(World.triagedAnew(situation.caseId(), situation.field(), nowhere));
        await().atMost(20, SECONDS).until(() -> told(FirstTeamUnknown.class, situation) == 1);
        Feed.tell(World.triagedAnew(situation.caseId(), Situation.aField(), nowhere));

        situation.awaitState("awaiting-assignment");
        assertThat(told(FirstTeamUnknown.class, situation)).isEqualTo(1);
    }

    private static void awaitQuestionedBy(Situation situation, String rule) {
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                List.of(rule)
                                        .equals(
                                                LENA.get(situation.path(""))
                                                        .path("questioned.rules")));
    }

    private static long told(Class<? extends CaseEvent> event, Situation situation) {
        return Sql.count(
                "select count(*) from event where case_id = ? and type = ?",
                situation.caseId(),
                EventTypes.nameOf(event));
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
