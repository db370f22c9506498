package org.consilium.review;

import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class QualityReviewIT {

    private static final Person CHEN = new Person("chen");
    private static final Person CARLA = new Person("carla");

    @Test
    void what_is_sent_back_is_written_on_signed_again_and_passed() {
        var situation = Situation.signedByOkafor();
        var first = situation.waiting();
        LENA.post(situation.path("/quality-review/return"), Drafts.findingOf(first))
                .then()
                .statusCode(200)
                .body("state", equalTo("under-review"));
        OKAFOR.get(situation.path("/quality-review"))
                .then()
                .body("waiting", nullValue())
                .body("done[0].findings.code", contains("plain-language"))
                .body("done[0].findings.text", contains("The summary has a Latin word."));
        var second = situation.sign();
        LENA.post(situation.path("/quality-review/pass"), Drafts.passOf(first))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:not-the-opinion-in-review"));
        LENA.post(situation.path("/quality-review/pass"), Drafts.passOf(second))
                .then()
                .statusCode(200);
        LENA.get(situation.path("/opinion")).then().body("opinionId", equalTo(second));
        LENA.get(situation.path("/quality-review"))
                .then()
                .body("done.outcome", contains("returned", "passed"));
        AMINA.get(situation.path("/accesses"))
                .then()
                .body("items.operation", hasItem("read-quality-review"));
    }

    @Test
    void a_pass_looks_at_everything() {
        var situation = Situation.signedByOkafor();
        var pass = new HashMap<>(Drafts.passOf(situation.waiting()));
        pass.put("checks", List.of("plain-language"));
        pass.put("significance", Map.of("diagnosis", "major"));
        LENA.post(situation.path("/quality-review/pass"), pass)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:quality-review-incomplete"))
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "checks.answers-every-question",
                                "checks.no-guarantee",
                                "checks.citations-hold",
                                "significance.treatment-plan",
                                "significance.diagnosis"));
    }

    @Test
    void a_reviewer_with_that_task_may_check_and_the_author_may_not() {
        var situation = Situation.signedByOkafor();
        var pass = Drafts.passOf(situation.waiting());
        asQualityReviewer("chen", null);
        asQualityReviewer("okafor", null);
        OKAFOR.post(situation.path("/quality-review/pass"), pass)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:consilium:problem:author-cannot-check"));
        CHEN.get(situation.path("/quality-review"))
                .then()
                .statusCode(200)
                .body("waiting.differences", contains("treatment-plan"));
        CHEN.post(situation.path("/quality-review/pass"), pass).then().statusCode(200);
        Staff.reviewersOf(Situation.aField(), "chen", "okafor");
    }

    @Test
    void whoever_has_no_such_task_learns_nothing() {
        var situation = Situation.signedByOkafor();
        Staff.reviewersOf(Situation.aField(), "chen");
        var pass = Drafts.passOf(situation.waiting());
        for (var stranger : List.of(CHEN, CARLA, AMINA, new Person("mallory"))) {
            stranger.get(situation.path("/quality-review")).then().statusCode(404);
            stranger.post(situation.path("/quality-review/pass"), pass).then().statusCode(404);
        }
    }

    @Test
    void what_was_signed_and_what_was_found_stays_as_it_was() {
        var situation = Situation.signedByOkafor();
        LENA.post(situation.path("/quality-review/return"), Drafts.findingOf(situation.waiting()))
                .then()
                .statusCode(200);
        for (var table : List.of("submission", "quality_review")) {
            Assertions.assertThatThrownBy(
                            () ->
                                    Sql.change(
                                            "delete from " + table + " where case_id = ?",
                                            situation.caseId()))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void asQualityReviewer(String username, UUID organisation) {
        var entry =
                new HashMap<>(
                        Staff.entry(
                                username, Set.of(Situation.aField()), organisation, Staff.PLENTY));
        entry.put("qualityReviewer", true);
        Staff.enter(username, entry);
    }
}
