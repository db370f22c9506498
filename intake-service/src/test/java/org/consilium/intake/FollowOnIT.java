package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.FirstSteps;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** One service leads to the next. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class FollowOnIT {

    @Test
    void a_delivered_case_leads_to_another_service_and_each_shows_the_other() {
        var story = delivered();
        var next =
                AMINA.post(story.path("/follow-on"), request(AMINA, "hospital-liaison"))
                        .statusCode(201)
                        .header("ETag", equalTo("\"0\""))
                        .body("state", equalTo("draft"))
                        .body("service", equalTo("hospital-liaison"))
                        .body("links.earlier", equalTo(story.id()))
                        .body("patient.givenName", containsString("Yusuf"))
                        .body("clinicalArea", equalTo(FamilyCase.draft().get("clinicalArea")))
                        .body("questions", emptyIterable())
                        .body("consents", emptyIterable())
                        .extract()
                        .<String>path("caseId");

        AMINA.get(story.path("")).body("links.later", hasItem(next));
        AMINA.get(story.path("/timeline")).body("items.code", hasItem("follow-on-opened"));
        assertThat(Records.events(next).getFirst().data()).contains(story.id());
        YUSUF.get("/api/cases/" + next).statusCode(200);
        for (var other : List.of(CHEN, MALLORY)) {
            other.get("/api/cases/" + next).statusCode(404);
        }
        CHEN.get(story.path("")).body("links", nullValue());
    }

    @Test
    void consent_is_asked_anew() {
        var story = delivered();
        var next =
                AMINA.post(story.path("/follow-on"), request(AMINA, "hospital-liaison"))
                        .statusCode(201)
                        .extract()
                        .<String>path("caseId");

        AMINA.post("/api/cases/" + next + "/submission", null)
                .statusCode(422)
                .body("errors.field", hasItem("consents"))
                .body("errors.field", hasItem("acknowledgements"));
    }

    @Test
    void it_wants_a_screening_of_today_and_opens_nothing_without() {
        var story = delivered();
        var request = request(AMINA, "hospital-liaison");
        AMINA.post(story.path("/follow-on"), request).statusCode(201);

        AMINA.post(story.path("/follow-on"), request)
                .statusCode(422)
                .body("type", endsWith("screening-not-fresh"))
                .body("errors.rule", hasItem("unused"));
        AMINA.get(story.path("")).body("links.later.size()", equalTo(1));
    }

    @Test
    void only_the_patients_side_opens_it_and_only_after_the_opinion() {
        var story = FamilyCase.inReview(CHEN);
        var request = request(AMINA, "hospital-liaison");
        AMINA.post(story.path("/follow-on"), request).statusCode(409);
        story.released(Instant.now().plusSeconds(600));
        for (var other : List.of(CARLA, CHEN, MALLORY)) {
            other.post(story.path("/follow-on"), request).statusCode(404);
        }
        AMINA.post(story.path("/follow-on"), request(AMINA, "second-opinion"))
                .statusCode(422)
                .body("errors.field", hasItem("service"));
        YUSUF.post(story.path("/follow-on"), request(YUSUF, "specialist-advice"))
                .statusCode(201)
                .body("requester.relation", equalTo("PATIENT"));
    }

    private static FamilyCase delivered() {
        var story = FamilyCase.inReview(CHEN);
        story.released(Instant.now().plusSeconds(600));
        return story;
    }

    private static Map<String, Object> request(Person person, String service) {
        return Map.of("service", service, "screening", FirstSteps.screening(person, Map.of()));
    }
}
