package org.consilium.intake;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.OfferLapsed;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Triage set right after it was sent. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class CorrectionIT {

    @Test
    void another_field_is_set_while_somebody_is_asked_and_who_fits_no_more_is_out() {
        var story = FamilyCase.ready();
        var offer = UUID.randomUUID();
        story.review().tells(new ReviewOffered(story.uuid(), offer, OKAFOR.id(), FamilyCase.SOON));
        Waiting.until(() -> OKAFOR.get(story.path("")).extract().statusCode() == 200);

        CARLA.post(story.path("/triage"), ofAnotherField())
                .statusCode(200)
                .body("state", equalTo("ready"));
        CARLA.get(story.path("")).body("triage.specialty", equalTo("394579002"));
        AMINA.get(story.path("/timeline"))
                .body("items.last().code", equalTo("triage-corrected"))
                .body("items.last().turn", equalTo("reviewer"));

        story.review().tells(new OfferLapsed(story.uuid(), offer, OKAFOR.id()));
        Waiting.until(() -> OKAFOR.get(story.path("")).extract().statusCode() == 404);
        AMINA.get(story.path("")).body("turn", equalTo("coordinator"));
    }

    @Test
    void the_same_again_and_one_after_an_acceptance_are_refused() {
        var story = FamilyCase.ready();
        CARLA.post(story.path("/triage"), ofAnotherField()).statusCode(200);
        CARLA.post(story.path("/triage"), ofAnotherField())
                .statusCode(409)
                .body("type", endsWith("already-known"));

        story.review(CHEN);
        CARLA.post(story.path("/triage"), FamilyCase.triage())
                .statusCode(409)
                .body("type", endsWith("not-allowed-in-this-state"));
        AMINA.get(story.path("/timeline"))
                .body("items.code.count { it == 'triage-corrected' }", equalTo(1));
    }

    private static Map<String, Object> ofAnotherField() {
        var triage = FamilyCase.triage();
        triage.put("specialty", "394579002");
        triage.put("firstTeamOrganisation", "00000000-0000-4000-8000-0000000000f1");
        triage.put("firstTeamClinicians", List.of());
        return triage;
    }
}
