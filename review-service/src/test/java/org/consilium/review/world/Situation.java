package org.consilium.review.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A case somewhere on its way, in a field of medicine of its own so that tests do not meet. */
public record Situation(UUID caseId, String field) {

    public static final Person OKAFOR = new Person("okafor");
    public static final Person LENA = new Person("lena");
    public static final Person AMINA = new Person("amina");

    private static final AtomicInteger FIELDS = new AtomicInteger(500_000_000);

    public static String aField() {
        return Integer.toString(FIELDS.incrementAndGet());
    }

    public static Situation offeredTo(String... reviewers) {
        var field = aField();
        Staff.reviewersOf(field, reviewers);
        var situation = new Situation(World.aReadyCase(field, null), field);
        situation.awaitState("offered");
        return situation;
    }

    public static Situation acceptedByOkafor() {
        var situation = offeredTo("okafor");
        situation.accept();
        return situation;
    }

    public static Situation underReviewByOkafor() {
        var situation = acceptedByOkafor();
        situation.read();
        return situation;
    }

    /** By okafor, who was asked. */
    public void accept() {
        OKAFOR.post(path("/acceptance"), Map.of("offerId", offerId())).then().statusCode(200);
    }

    /** Okafor's own reading. */
    public void read() {
        var reading = Map.of("diagnosis", "d", "plan", "p", "confidence", "moderate");
        OKAFOR.post(path("/reading"), reading).then().statusCode(200);
    }

    /** One that may be cited by now. */
    public UUID aDocument() {
        var document = World.aDocumentOf(caseId);
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from case_document where document_id = ?",
                                                document)
                                        == 1);
        return document;
    }

    /** With everything in it that a signature asks for. */
    public static Situation writtenByOkafor() {
        var situation = underReviewByOkafor();
        OKAFOR.put(situation.path("/opinion"), Drafts.complete(situation.aDocument()), "\"0\"")
                .then()
                .statusCode(200);
        return situation;
    }

    /** In quality review. */
    public static Situation signedByOkafor() {
        var situation = writtenByOkafor();
        situation.sign();
        return situation;
    }

    /** The opinion's id. */
    public String sign() {
        return OKAFOR.sign(path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(200)
                .extract()
                .path("opinionId");
    }

    public String waiting() {
        return LENA.get(path("/quality-review")).path("waiting.opinionId");
    }

    public void pass() {
        LENA.post(path("/quality-review/pass"), Drafts.passOf(waiting())).then().statusCode(200);
    }

    public static Situation releasedByLena() {
        var situation = signedByOkafor();
        situation.pass();
        LENA.post(situation.path("/release"), null).then().statusCode(200);
        return situation;
    }

    public String path(String rest) {
        return "/api/reviews/" + caseId + rest;
    }

    public void awaitState(String state) {
        await().atMost(20, SECONDS).until(() -> state.equals(state()));
    }

    public String state() {
        return seenByLead().path("state");
    }

    /** Whether anybody was found or not. */
    public void awaitMatching() {
        await().atMost(20, SECONDS).until(() -> LENA.get(path("/matching")).statusCode() == 200);
    }

    public String offerId() {
        return seenByLead().path("standing.offers[0].offerId");
    }

    public String asked() {
        return seenByLead().path("standing.offers[0].reviewer");
    }

    private Response seenByLead() {
        return LENA.get(path(""));
    }

    public String ask(String addressee) {
        return OKAFOR.post(path("/questions"), Map.of("addressee", addressee, "text", "Which?"))
                .then()
                .statusCode(201)
                .extract()
                .path("questionId");
    }
}
