package org.consilium.intake;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.LENA;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.consilium.intake.world.FamilyCase;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The patient can see who looked at their case, and as what. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class AccessesIT {

    @Test
    void everybody_who_read_the_case_is_named_to_the_patient_newest_first() {
        var story = FamilyCase.inReview(CHEN);
        CARLA.get(story.path("")).statusCode(200);
        CHEN.get(story.path("")).statusCode(200);

        YUSUF.get(story.path("/accesses"))
                .statusCode(200)
                .body("items[0].person", equalTo(CHEN.id().toString()))
                .body("items[0].as", equalTo("reviewer"))
                .body("items.as", hasItems("coordinator"))
                .body("items.operation", hasItems("read-case"));
    }

    @Test
    void whoever_was_turned_away_did_not_look() {
        var story = FamilyCase.written();
        MALLORY.get(story.path("")).statusCode(404);

        AMINA.get(story.path("/accesses")).statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void a_reviewer_and_a_coordinator_do_not_read_who_looked() {
        var story = FamilyCase.inReview(CHEN);

        CHEN.get(story.path("/accesses")).statusCode(404);
        CARLA.get(story.path("/accesses")).statusCode(404);
        LENA.get(story.path("/accesses")).statusCode(200);
    }
}
