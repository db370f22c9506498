package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.Tokens;
import org.consilium.stack.requests.AtOnce;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class AccessIT {

    private static final Person CARLA = new Person("carla");
    private static final Person MALLORY = new Person("mallory");
    private static final Person OLGA = new Person("olga");
    private static final Person CHEN = new Person("chen");

    /** What can be asked about a case. */
    private static final List<String> READS =
            List.of(
                    "",
                    "/reading",
                    "/questions",
                    "/opinion",
                    "/letter",
                    "/letter.fhir",
                    "/follow-up",
                    "/matching");

    @ConfigProperty(name = "OIDC_ISSUER")
    String issuer;

    @Test
    void a_stranger_an_operator_and_another_reviewer_are_told_that_there_is_nothing() {
        var situation = Situation.writtenByOkafor();
        var opinion = situation.path("/opinion");
        var signature = situation.path("/signature");
        var requests = new AtOnce();
        for (var stranger : List.of(MALLORY, OLGA, CHEN)) {
            for (var read : READS) {
                requests.and(() -> refused(stranger.get(situation.path(read))));
            }
            requests.and(() -> refused(stranger.put(opinion, Drafts.empty(), "\"0\"")))
                    .and(() -> refused(stranger.post(signature, Drafts.signatureOf("okafor"))));
        }
        requests.send();
    }

    @Test
    void what_exists_looks_like_what_does_not() {
        var situation = Situation.underReviewByOkafor();
        var existing = MALLORY.get(situation.path("/opinion"));
        var missing = MALLORY.get("/api/reviews/" + UUID.randomUUID() + "/opinion");
        missing.then().statusCode(404).body(equalTo(existing.asString()));
    }

    @Test
    void a_coordinator_cannot_read_or_write_a_word_of_medicine() {
        var situation = Situation.writtenByOkafor();
        var toPatient = situation.ask("REQUESTER");
        var toCoordinator = situation.ask("COORDINATOR");
        var reading = Map.of("diagnosis", "d", "plan", "p", "confidence", "low");
        var opinion = situation.path("/opinion");
        var clinical =
                new AtOnce()
                        .and(() -> refused(CARLA.put(opinion, Drafts.empty(), "\"1\"")))
                        .and(() -> refused(CARLA.post(situation.path("/reading"), reading)))
                        .and(() -> refused(CARLA.post(situation.path("/release"), null)));
        for (var words : List.of("/reading", "/opinion", "/letter", "/letter.fhir", "/follow-up")) {
            clinical.and(() -> refused(CARLA.get(situation.path(words))));
        }
        clinical.send();
        CARLA.get(situation.path("/questions"))
                .then()
                .body("", hasSize(1))
                .body("[0].questionId", equalTo(toCoordinator));
        answer(CARLA, situation, toPatient)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:consilium:problem:not-yours-to-answer"));
        answer(AMINA, situation, toCoordinator).then().statusCode(403);
        answer(CARLA, situation, toCoordinator).then().statusCode(200);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(404);
    }

    private static Response answer(Person person, Situation situation, String question) {
        return person.post(
                situation.path("/questions/" + question + "/answer"), Map.of("text", "This."));
    }

    @Test
    void a_reviewer_who_was_only_asked_sees_the_offer_and_nothing_else() {
        var situation = Situation.offeredTo("okafor");
        OKAFOR.get(situation.path("")).then().statusCode(200).body("asks.questions", equalTo(1));
        for (var read : List.of("/questions", "/opinion", "/letter", "/letter.fhir", "/matching")) {
            OKAFOR.get(situation.path(read)).then().statusCode(404);
        }
        AMINA.get(situation.path("")).then().body("state", equalTo("awaiting-assignment"));
    }

    @Test
    void a_representative_reads_the_opinion_as_long_as_the_patient_allows_it() {
        var situation = Situation.releasedByLena();
        for (var read : List.of("/opinion", "/letter", "/letter.fhir", "/follow-up")) {
            AMINA.get(situation.path(read)).then().statusCode(200);
        }
        var consent = World.consentOf(situation.caseId());
        var patient = Person.id("yusuf");
        Feed.tell(new ConsentRevoked(situation.caseId(), consent, AMINA.id(), patient));
        await().atMost(20, SECONDS)
                .until(() -> AMINA.get(situation.path("/opinion")).statusCode() == 404);
        AMINA.get(situation.path("/letter")).then().statusCode(404);
        AMINA.get(situation.path("/letter.fhir")).then().statusCode(404);
        AMINA.get(situation.path("/follow-up")).then().statusCode(404);
        AMINA.post(situation.path("/follow-up"), Map.of("text", "Why?")).then().statusCode(404);
        AMINA.get(situation.path("")).then().statusCode(200);
        new Person("yusuf").get(situation.path("/opinion")).then().statusCode(200);
    }

    @Test
    void a_participant_who_is_removed_sees_nothing_any_more() {
        var situation = Situation.underReviewByOkafor();
        AMINA.get(situation.path("")).then().statusCode(200);
        Feed.tell(new ParticipantRemoved(situation.caseId(), AMINA.id(), Relation.REPRESENTATIVE));
        await().atMost(20, SECONDS).until(() -> status(AMINA, situation) == 404);
    }

    private static int status(Person person, Situation situation) {
        return person.get(situation.path("")).statusCode();
    }

    @Test
    void reviewers_are_kept_by_the_lead_alone() {
        var entry =
                org.consilium.review.world.Staff.entry("wei", java.util.Set.of("1234567"), null, 1);
        var body = Map.of("person", Person.id("wei").toString(), "entry", entry);
        for (var person : List.of(CARLA, OKAFOR, AMINA, OLGA)) {
            person.post("/api/reviewers", body).then().statusCode(403);
        }
        MALLORY.get("/api/reviewers").then().statusCode(403);
        MALLORY.get("/api/reviewers/" + OKAFOR.id() + "/profile").then().statusCode(404);
        MALLORY.get("/api/organisations").then().statusCode(403);
    }

    @Test
    void the_work_list_of_a_reviewer_holds_their_own_reviews_only() {
        var situation = Situation.acceptedByOkafor();
        OKAFOR.get("/api/reviews?size=100&state=independent-reading")
                .then()
                .statusCode(200)
                .body("items.caseId", org.hamcrest.Matchers.hasItem(situation.caseId().toString()))
                .body("items.standing.reviewer.unique()", equalTo(List.of(OKAFOR.id().toString())));
        AMINA.get("/api/reviews").then().statusCode(403);
        LENA.get("/api/reviews?size=1").then().body("items", hasSize(1));
    }

    @Test
    void a_token_made_for_another_service_is_refused() {
        var elsewhere = new Tokens(issuer).of("lena", "documents");
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(elsewhere)
                .get("/api/reviews")
                .then()
                .statusCode(401);
        io.restassured.RestAssured.given().get("/api/reviews").then().statusCode(401);
    }

    @Test
    void a_reviewer_cannot_release() {
        var situation = Situation.writtenByOkafor();
        OKAFOR.post(situation.path("/release"), null).then().statusCode(404);
    }
}
