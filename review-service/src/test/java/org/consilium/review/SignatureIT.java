package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
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
class SignatureIT {

    @Test
    void everything_that_speaks_against_it_is_told_at_once() throws SQLException {
        var situation = Situation.underReviewByOkafor();
        var question = situation.ask("REQUESTER");
        OKAFOR.put(situation.path("/opinion"), Drafts.complete(UUID.randomUUID()), "\"0\"")
                .then()
                .statusCode(200);
        var signature =
                Map.of(
                        "attestation",
                        false,
                        "licence",
                        Map.of("country", "PK", "number", "somebody's"),
                        "writtenIn",
                        "en");
        OKAFOR.sign(situation.path(""), signature)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "questions." + question,
                                "translatedSummary",
                                "attestation",
                                "licence"))
                .body(
                        "errors.rule",
                        hasItems(
                                "open-question",
                                "dangling-citation",
                                "summary-not-in-patients-language",
                                "not-attested",
                                "licence-not-valid"));
    }

    /** Its token is renewed for hours; what signs is whoever signed in just now. */
    @Test
    void a_screen_that_was_left_open_cannot_sign() {
        var situation = Situation.writtenByOkafor();
        OKAFOR.post(situation.path("/signature"), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                .body("type", equalTo("urn:consilium:problem:sign-in-again"));
    }

    @Test
    void a_key_that_signed_gets_its_answer_again_whatever_became_of_the_draft() {
        var situation = Situation.writtenByOkafor();
        var key = UUID.randomUUID().toString();
        var signature = Drafts.signatureOf("okafor");
        var answer = OKAFOR.sign(situation.path(""), signature, key).then().statusCode(200);
        LENA.post(situation.path("/quality-review/return"), Drafts.findingOf(situation.waiting()))
                .then()
                .statusCode(200);
        var tag = OKAFOR.get(situation.path("/opinion")).header("ETag");
        OKAFOR.put(situation.path("/opinion"), Drafts.empty(), tag).then().statusCode(200);
        OKAFOR.sign(situation.path(""), signature)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:opinion-incomplete"));
        OKAFOR.sign(situation.path(""), signature, key)
                .then()
                .statusCode(200)
                .body("opinionId", equalTo(answer.extract().path("opinionId")));
    }

    @Test
    void a_reviewer_who_turns_out_to_be_of_the_first_team_cannot_sign() {
        var situation = Situation.writtenByOkafor();
        var hospital = Staff.anOrganisation("Where okafor moved to");
        org.consilium.review.world.Feed.tell(
                org.consilium.review.world.World.triaged(
                        situation.caseId(), situation.field(), hospital));
        Staff.reviewer("okafor", Set.of(situation.field()), hospital, Staff.PLENTY);
        org.awaitility.Awaitility.await()
                .atMost(20, java.util.concurrent.TimeUnit.SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from case_facts where case_id = ? and triaged like ?",
                                                situation.caseId(),
                                                "%" + hospital + "%")
                                        == 1);
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.rule", hasItems("not-independent"));
        Staff.reviewer("okafor", Set.of(situation.field()), null, Staff.PLENTY);
    }

    @Test
    void a_licence_that_ran_out_since_the_offer_was_accepted_cannot_sign() {
        var situation = Situation.writtenByOkafor();
        Staff.licensedUntil("okafor", situation.field(), World.today().minusDays(1));
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("licence"))
                .body("errors.rule", contains("licence-expired"));
        Staff.licensedUntil("okafor", situation.field(), World.today());
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor")).then().statusCode(200);
    }

    @Test
    void with_intake_away_nothing_is_half_done() {
        var situation = Situation.writtenByOkafor();
        IntakeStub.goesAway();
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:consilium:problem:words-not-to-be-had"));
        IntakeStub.back();
        LENA.get(situation.path("")).then().body("state", equalTo("under-review"));
        assertThat(Sql.count("select count(*) from opinion where case_id = ?", situation.caseId()))
                .isZero();
    }

    @Test
    void with_a_token_that_intake_does_not_take_nothing_is_half_done() {
        var situation = Situation.writtenByOkafor();
        IntakeStub.takesNoToken();
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:consilium:problem:token-not-for-intake"));
        IntakeStub.back();
        LENA.get(situation.path("")).then().body("state", equalTo("under-review"));
    }

    @Test
    void what_is_edited_while_its_letter_is_printed_is_not_signed() {
        var situation = Situation.writtenByOkafor();
        IntakeStub.meanwhile(
                () ->
                        OKAFOR.put(
                                        situation.path("/opinion"),
                                        Drafts.complete(aDocument(situation)),
                                        "\"1\"")
                                .then()
                                .statusCode(200));
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:edited-meanwhile"));
        LENA.get(situation.path("")).then().body("state", equalTo("under-review"));
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor")).then().statusCode(200);
    }

    @Test
    void what_is_asked_while_the_letter_is_printed_keeps_the_opinion_open() {
        var situation = Situation.writtenByOkafor();
        IntakeStub.meanwhile(() -> situation.ask("REQUESTER"));
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:question-still-open"));
    }

    private static UUID aDocument(Situation situation) {
        var known = OKAFOR.get(situation.path("/opinion"));
        return UUID.fromString(known.path("content.citations[0].documentId"));
    }

    @Test
    void a_final_signature_frees_the_reviewers_place() {
        var situation = Situation.writtenByOkafor();
        long open = openReviews();
        situation.sign();
        assertThat(openReviews()).as("it may come back").isEqualTo(open);
        situation.pass();
        assertThat(openReviews()).isEqualTo(open - 1);
    }

    private static long openReviews() {
        return Sql.count("select open_reviews from reviewer where person = ?", OKAFOR.id());
    }
}
