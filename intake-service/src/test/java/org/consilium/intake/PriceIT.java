package org.consilium.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The price first: seen before anything is entered, agreed before anybody works. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class PriceIT {

    private static final Map<String, Object> QUOTE =
            Map.of("amountMinor", 18_000, "currency", "GBP");

    @Test
    void it_is_seen_without_an_account() {
        given().get("/api/programmes")
                .then()
                .statusCode(200)
                .body("items[1].services[0].price.amountMinor", equalTo(1500))
                .body("items[1].services[0].price.currency", equalTo("GBP"))
                .body("items[1].services[2].price.onRequest", equalTo(true));
        given().get("/api/programmes/family-abroad/versions/1").then().statusCode(200);
        given().get("/api/cases").then().statusCode(401);
    }

    @Test
    void it_stands_in_the_draft_and_is_agreed_to_by_name_with_the_submission() {
        var story = FamilyCase.written();
        AMINA.get(story.path(""))
                .body("price.standing", equalTo("listed"))
                .body("price.amountMinor", equalTo(4000));

        var other = Map.of("price", Map.of("amountMinor", 1500, "currency", "GBP"));
        for (var shown : List.of(Map.of(), other)) {
            AMINA.post(story.path("/submission"), shown)
                    .statusCode(422)
                    .body("type", endsWith("price-not-as-shown"))
                    .body("errors.message", contains("40.00 GBP"));
        }
        story.submit();

        AMINA.get(story.path(""))
                .body("price.standing", equalTo("agreed"))
                .body("price.agreedBy", equalTo(AMINA.id().toString()));
        assertThat(Records.events(story.id()).getLast().data())
                .contains("\"amountMinor\":4000", "\"currency\":\"GBP\"");
    }

    @Test
    void a_price_on_request_is_quoted_and_agreed_to_before_the_triage_ends() {
        var story = faster();
        CARLA.post(story.path("/triage"), FamilyCase.triage())
                .statusCode(409)
                .body("type", endsWith("price-not-agreed"));
        AMINA.post(story.path("/price/agreement"), QUOTE)
                .statusCode(409)
                .body("type", endsWith("price-not-quoted"));

        CARLA.post(story.path("/price/quotes"), QUOTE)
                .statusCode(200)
                .body("standing", equalTo("quoted"));
        AMINA.get(story.path(""))
                .body("turn", equalTo("patient"))
                .body("price.amountMinor", equalTo(18_000));
        YUSUF.post(story.path("/price/agreement"), QUOTE)
                .statusCode(200)
                .body("standing", equalTo("agreed"));
        CARLA.post(story.path("/price/quotes"), QUOTE)
                .statusCode(409)
                .body("type", endsWith("price-already-agreed"));

        CARLA.post(story.path("/triage"), FamilyCase.triage()).statusCode(200);
        AMINA.get(story.path("/timeline"))
                .body("items.code", hasItem("price-quoted"))
                .body("items.code", hasItem("price-agreed"));
    }

    @Test
    void staff_quote_and_the_patients_side_agrees_and_neither_the_other_way_round() {
        var story = faster();
        for (var other : List.of(AMINA, MALLORY, CHEN)) {
            other.post(story.path("/price/quotes"), QUOTE).statusCode(404);
        }
        CARLA.post(story.path("/price/quotes"), QUOTE).statusCode(200);
        for (var other : List.of(CARLA, MALLORY, CHEN)) {
            other.post(story.path("/price/agreement"), QUOTE).statusCode(404);
        }
        AMINA.post(story.path("/price/agreement"), Map.of("amountMinor", -1, "currency", "pounds"))
                .statusCode(400)
                .body("errors.field", hasItem("amountMinor"))
                .body("errors.field", hasItem("currency"));
    }

    @Test
    void whoever_reviews_is_not_told_what_it_costs() {
        var story = FamilyCase.inReview(CHEN);

        CHEN.get(story.path("")).statusCode(200).body("price", nullValue());
    }

    /** Of the faster service, which costs what a coordinator says. */
    private static FamilyCase faster() {
        var story = FamilyCase.written();
        var body = Map.of("expedited", true, "price", Map.of("onRequest", true));
        AMINA.post(story.path("/submission"), body)
                .statusCode(200)
                .body("price.standing", equalTo("on-request"));
        story.recordsAssessed(Set.of());
        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        return story;
    }
}
