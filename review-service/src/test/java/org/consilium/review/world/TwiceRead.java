package org.consilium.review.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A case that okafor reviews and somebody else reads, too. */
public record TwiceRead(Situation situation) {

    public static final Person CHEN = new Person("chen");

    /** For which surgery is planned; chen is asked. */
    public static TwiceRead askedOfChen() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor", "chen");
        return readByOkafor(
                World.aReadyCase(World.anId(false), field, null, "surgery-recommended"), field);
    }

    /** Of which nothing is known but that it is of the sample. */
    public static TwiceRead sampled(String... reviewers) {
        var field = Situation.aField();
        Staff.reviewersOf(field, reviewers);
        return readByOkafor(
                World.aReadyCase(World.anId(true), field, null, "second-thoughts"), field);
    }

    /** By okafor, who is asked first: nobody else has both languages of the case. */
    public static TwiceRead readByOkafor(UUID caseId, String field) {
        var situation = new Situation(caseId, field);
        situation.awaitState("offered");
        situation.accept();
        situation.read();
        return new TwiceRead(situation);
    }

    public static TwiceRead underWayByChen() {
        var twice = askedOfChen();
        CHEN.post(twice.path("/acceptance"), null).then().statusCode(204);
        return twice;
    }

    /** And okafor has signed. */
    public static TwiceRead readTwice() {
        var twice = underWayByChen();
        twice.commit();
        twice.write();
        twice.situation.sign();
        return twice;
    }

    public void commit() {
        CHEN.post(path("/reading"), Map.of("diagnosis", "e", "plan", "q", "confidence", "high"))
                .then()
                .statusCode(204);
    }

    /** Okafor's opinion, ready to be signed. */
    public void write() {
        OKAFOR.put(situation.path("/opinion"), Drafts.complete(situation.aDocument()), "\"0\"")
                .then()
                .statusCode(200);
    }

    /** The check of okafor's opinion. */
    public Response passedBy(Person checker) {
        return checker.post(
                situation.path("/quality-review/pass"), Drafts.passOf(situation.waiting()));
    }

    /** The types of all that was published of the case so far. */
    public List<String> published() {
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from outbox where case_id = ?",
                                                situation.caseId())
                                        == 0);
        return Feed.published(situation.caseId()).stream().map(it -> it.type()).toList();
    }

    public String path(String rest) {
        return situation.path("/second-reading" + rest);
    }

    public String stateForLead() {
        return LENA.get(path("")).path("state");
    }

    public void awaitState(String state) {
        await().atMost(20, SECONDS).until(() -> state.equals(stateForLead()));
    }

    /** What lena finds: okafor agrees on the diagnosis, and has a minor difference on the plan. */
    public Map<String, Object> comparison(String plan) {
        return Map.of(
                "opinionId",
                situation.waiting(),
                "axes",
                Map.of("diagnosis", "agree", "treatment-plan", plan));
    }

    public Map<String, Object> verdict(String verdict) {
        return Map.of("opinionId", situation.waiting(), "verdict", verdict, "text", "Because.");
    }

    /** Whoever is asked, or reads, has not answered in time. */
    public void letTimePass() throws SQLException {
        Sql.change(
                "update deadline set due_at = now(), try_at = now() where case_id = ? and kind = 'second-reading'",
                situation.caseId());
    }
}
