package org.consilium.intake;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.LENA;
import static org.consilium.intake.world.Person.MALIK;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.consilium.intake.world.Person.OLGA;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Person;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The glass, broken over HTTP with real tokens. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class BreakGlassIT {

    private static final Map<String, String> WHY =
            Map.of(
                    "reason", "danger-to-life",
                    "words", "The patient lies unconscious in our emergency room.");
    private static final Map<String, String> JUSTIFIED =
            Map.of("outcome", "justified", "note", "The emergency room has confirmed it.");

    @Inject Pool pool;

    @Test
    void opens_one_case_to_a_clinician_for_reading_and_no_other() {
        var opened = FamilyCase.submitted();
        var other = FamilyCase.submitted();
        MALIK.get(opened.path("")).statusCode(404);

        broken(opened);

        MALIK.get(opened.path("")).statusCode(200).body("patient.familyName", notNullValue());
        MALIK.get(opened.path("/timeline")).statusCode(200);
        MALIK.get(other.path("")).statusCode(404);
        MALIK.post(opened.path("/withdrawal"), Map.of("reason", "other")).statusCode(404);
        MALIK.get(opened.path("/accesses")).statusCode(404);
        MALIK.get("/api/cases").statusCode(200).body("items", empty());
    }

    @Test
    void every_look_through_it_is_in_the_access_log_by_name_and_the_timeline_tells_it() {
        var story = FamilyCase.submitted();
        broken(story);
        MALIK.get(story.path("")).statusCode(200);
        MALIK.get(story.path("/timeline")).statusCode(200);

        YUSUF.get(story.path("/accesses"))
                .statusCode(200)
                .body("items[0].operation", equalTo("read-timeline"))
                .body("items[1].operation", equalTo("read-case"))
                .body("items[0..1].as", everyItem(equalTo("break-glass")))
                .body("items[0..1].person", everyItem(equalTo(MALIK.id().toString())));
        AMINA.get(story.path("/timeline") + "?size=100")
                .statusCode(200)
                .body("items.code", hasItem("glass-broken"));
    }

    @Test
    void ends_by_itself() {
        var story = FamilyCase.submitted();
        broken(story);
        pool.preparedQuery(
                        "update case_access set until = now() - interval '1 second' where case_id = $1 and relation = 'BREAK_GLASS'")
                .execute(Tuple.of(UUID.fromString(story.id())))
                .await()
                .atMost(Duration.ofSeconds(5));

        MALIK.get(story.path("")).statusCode(404);
    }

    @Test
    void is_not_for_those_who_have_a_way_in_and_not_for_those_who_are_no_clinicians() {
        var story = FamilyCase.inReview(OKAFOR);

        signedIn(OKAFOR, story.path("/break-glass"))
                .statusCode(409)
                .body("type", endsWith(":already-let-in"));
        for (var other : List.of(AMINA, YUSUF, CARLA, LENA, OLGA)) {
            other.post(story.path("/break-glass"), WHY).statusCode(404);
        }
        signedIn(MALIK, "/api/cases/" + UUID.randomUUID() + "/break-glass").statusCode(404);
    }

    /** A token that was given for a stored password does not say that somebody signed in. */
    @Test
    void needs_a_sign_in_of_the_last_minutes() {
        var story = FamilyCase.submitted();

        MALIK.post(story.path("/break-glass"), WHY)
                .statusCode(401)
                .body("type", endsWith(":sign-in-again"))
                .header(
                        "WWW-Authenticate",
                        equalTo(
                                "Bearer error=\"insufficient_user_authentication\", max_age=\"300\""));
        MALIK.get(story.path("")).statusCode(404);
    }

    @Test
    void wants_a_reason_in_words() {
        var story = FamilyCase.submitted();

        MALIK.post(story.path("/break-glass"), Map.of("reason", "danger-to-life", "words", "Hi"))
                .statusCode(400)
                .body("errors.field", contains(containsString("words")));
        MALIK.post(story.path("/break-glass"), Map.of("words", WHY.get("words"))).statusCode(400);
        MALIK.get(story.path("")).statusCode(404);
    }

    @Test
    void waits_in_the_queue_until_a_clinical_lead_has_reviewed_it() {
        var story = FamilyCase.submitted();
        var id = broken(story);
        var mine = "items.find { it.breakId == '" + id + "' }";

        LENA.get("/api/break-glass?size=100")
                .statusCode(200)
                .body(mine + ".words", equalTo(WHY.get("words")))
                .body(mine + ".reviewDue", notNullValue());
        var review = story.path("/break-glass/" + id + "/review");
        MALIK.get("/api/break-glass").statusCode(403);
        MALIK.post(review, JUSTIFIED).statusCode(404);
        LENA.post(FamilyCase.submitted().path("/break-glass/" + id + "/review"), JUSTIFIED)
                .statusCode(404);
        LENA.post(review, JUSTIFIED).statusCode(200).body("review.outcome", equalTo("justified"));
        LENA.post(review, JUSTIFIED).statusCode(409).body("type", endsWith(":already-reviewed"));

        LENA.get("/api/break-glass?size=100").statusCode(200).body(mine, nullValue());
        LENA.get("/api/break-glass?size=100&reviewedToo=true")
                .body(mine + ".review.by", equalTo(LENA.id().toString()));
    }

    @Test
    void ends_when_a_clinical_lead_finds_that_it_was_not_justified() {
        var story = FamilyCase.submitted();
        var id = broken(story);
        MALIK.get(story.path("")).statusCode(200);

        LENA.post(
                        story.path("/break-glass/" + id + "/review"),
                        Map.of("outcome", "not-justified", "note", "No emergency."))
                .statusCode(200);

        MALIK.get(story.path("")).statusCode(404);
    }

    private static String broken(FamilyCase story) {
        return signedIn(MALIK, story.path("/break-glass"))
                .statusCode(201)
                .body("until", notNullValue())
                .body("words", nullValue())
                .extract()
                .path("breakId");
    }

    private static ValidatableResponse signedIn(Person person, String path) {
        return person.signedIn()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(WHY)
                .post(path)
                .then();
    }
}
