package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Test;

/** From a case that is ready to the answered follow-up question, over HTTP. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class JourneyIT {

    private static final String FIELD = "394593009";
    private static final Person OKAFOR = new Person("okafor");
    private static final Person LENA = new Person("lena");
    private static final Person AMINA = new Person("amina");

    private String review;
    private UUID caseId;

    @Test
    void a_ready_case_becomes_a_released_opinion_and_an_answered_question() throws Exception {
        offered();
        accepted();
        readAndAsked();
        written();
        signed();
        var sha256 = passed();
        unchangeable();
        released(sha256);
        followedUp();
        published();
    }

    private void offered() {
        var hospital = Staff.anOrganisation("City Teaching Hospital");
        Staff.reviewersOf(FIELD, "okafor", "chen");
        Staff.reviewer("malik", java.util.Set.of(FIELD), hospital, 5);
        caseId = World.aReadyCase(FIELD, hospital);
        review = "/api/reviews/" + caseId;
        await().atMost(20, SECONDS).until(() -> OKAFOR.get(review).statusCode() == 200);
        OKAFOR.get(review)
                .then()
                .body("state", equalTo("offered"))
                .body("reference", equalTo(null));
        LENA.get(review + "/matching")
                .then()
                .statusCode(200)
                .body("[0].result.ranked.reviewer", hasItems(OKAFOR.id().toString()))
                .body(
                        "[0].result.excluded.find { it.reviewer == '%s' }.rules"
                                .formatted(Person.id("malik")),
                        hasItems("independence-organisation"));
    }

    private void accepted() {
        OKAFOR.post(review + "/acceptance", Map.of("offerId", offerId()))
                .then()
                .statusCode(200)
                .body("state", equalTo("independent-reading"));
        OKAFOR.put(review + "/opinion", Drafts.empty(), "\"0\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:own-reading-not-committed"));
        AMINA.get("/api/reviewers/" + OKAFOR.id() + "/profile")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Dr okafor"));
    }

    private void readAndAsked() {
        var reading = Map.of("diagnosis", "Colon cancer", "plan", "Surgery", "confidence", "high");
        OKAFOR.post(review + "/reading", reading).then().statusCode(200);
        OKAFOR.post(review + "/reading", reading).then().statusCode(409);
        String question =
                OKAFOR.post(
                                review + "/questions",
                                Map.of("addressee", "REQUESTER", "text", "Any bleeding?"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("questionId");
        AMINA.get(review + "/questions").then().body("[0].text", equalTo("Any bleeding?"));
        AMINA.post(review + "/questions/" + question + "/answer", Map.of("text", "Some."))
                .then()
                .statusCode(200)
                .body("state", equalTo("under-review"));
        OKAFOR.get(review + "/questions").then().body("[0].answer", equalTo("Some."));
    }

    private void written() {
        OKAFOR.get(review + "/opinion").then().statusCode(200).header("ETag", "\"0\"");
        OKAFOR.put(review + "/opinion", Drafts.empty(), "\"0\"").then().statusCode(200);
        OKAFOR.sign(review, Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:opinion-incomplete"))
                .body("errors.field", hasItems("sections.diagnosis-correct", "axes.diagnosis"))
                .body("errors.rule", hasItems("empty-summary", "unanswered-question"));
        var document = World.aDocumentOf(caseId);
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from case_document where document_id = ?",
                                                document)
                                        == 1);
        var draft = Drafts.complete(document);
        OKAFOR.put(review + "/opinion", draft, "\"0\"").then().statusCode(412);
        OKAFOR.put(review + "/opinion", draft, null).then().statusCode(428);
        OKAFOR.put(review + "/opinion", draft, "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        LENA.get(review + "/opinion").then().statusCode(404);
    }

    private void signed() {
        var key = UUID.randomUUID().toString();
        var signature = Drafts.signatureOf("okafor");
        IntakeStub.goesAway();
        OKAFOR.sign(review, signature, key).then().statusCode(503);
        IntakeStub.back();
        String opinion =
                OKAFOR.sign(review, signature, key)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("opinionId");
        assertThat(IntakeStub.lastToken()).isEqualTo("Bearer " + OKAFOR.youngToken());
        OKAFOR.sign(review, signature, key)
                .then()
                .statusCode(200)
                .body("opinionId", equalTo(opinion));
        OKAFOR.sign(review, signature).then().statusCode(409);
        LENA.post(review + "/release", null).then().statusCode(409);
    }

    private String passed() {
        var situation = new Situation(caseId, "");
        var pass = Drafts.passOf(situation.waiting());
        var key = UUID.randomUUID().toString();
        LENA.post(review + "/quality-review/pass", pass, key).then().statusCode(200);
        LENA.post(review + "/quality-review/pass", pass, key)
                .then()
                .statusCode(200)
                .body("state", equalTo("signed"));
        AMINA.get(review + "/opinion").then().statusCode(404);
        AMINA.get(review + "/letter").then().statusCode(404);
        return LENA.get(review + "/opinion")
                .then()
                .body("content.axes.treatment-plan.significance", equalTo("minor"))
                .extract()
                .path("letterSha256");
    }

    private void unchangeable() {
        Assertions.assertThatThrownBy(
                        () ->
                                Sql.change(
                                        "update opinion set content = '{}' where case_id = ?",
                                        caseId))
                .isInstanceOf(SQLException.class);
        OKAFOR.put(review + "/opinion", Drafts.empty(), "\"2\"").then().statusCode(409);
    }

    private void released(String sha256) throws Exception {
        OKAFOR.post(review + "/release", null).then().statusCode(404);
        LENA.post(review + "/release", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("released"));
        AMINA.get(review + "/opinion")
                .then()
                .statusCode(200)
                .body("label", equalTo("changed"))
                .body("content.summary", equalTo("تشخیص درست ہے۔"));
        var letter =
                AMINA.get(review + "/letter")
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("application/pdf"))
                        .extract()
                        .asByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letter)))
                .isEqualTo(sha256);
    }

    private void followedUp() {
        String followUp =
                AMINA.post(review + "/follow-up", Map.of("text", "And the chest?"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("followUpId");
        OKAFOR.post(review + "/follow-up/" + followUp + "/answer", Map.of("text", "A CT first."))
                .then()
                .statusCode(201);
        AMINA.get(review + "/follow-up").then().body("[0].addendum.text", equalTo("A CT first."));
    }

    /** What was told of the case keeps the contracts, and is all there. */
    private void published() {
        await().atMost(20, SECONDS).until(() -> Sql.count("select count(*) from outbox") == 0);
        var told = Feed.published(caseId);
        assertThat(told)
                .extracting(event -> event.type().replaceAll("review\\.|\\.v1", ""))
                .containsExactly(
                        "review-offered",
                        "offer-accepted",
                        "reading-committed",
                        "information-requested",
                        "information-given",
                        "quality-review-requested",
                        "opinion-signed",
                        "opinion-released",
                        "follow-up-asked",
                        "follow-up-answered");
        assertThat(told)
                .allSatisfy(
                        event ->
                                assertThat(EventSchemas.violations(event.type(), event.data()))
                                        .isEmpty());
    }

    private String offerId() {
        return OKAFOR.get(review).then().extract().path("standing.offers[0].offerId");
    }
}
