package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OfferExpired;
import org.consilium.contracts.ReviewEvent.OpinionReturned;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Statements;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Whose turn it is: the same on the page, in the work list, on the timeline and in the clocks. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class TurnsIT {

    private static final String LIST = "/api/cases?size=100&turn=";

    @Test
    void of_two_who_were_asked_one_who_declines_leaves_the_turn_with_the_other() {
        var story = FamilyCase.ready();
        var chens = UUID.randomUUID();
        var okafors = UUID.randomUUID();
        heard(story, new ReviewOffered(story.uuid(), chens, CHEN.id(), FamilyCase.SOON));
        heard(story, new ReviewOffered(story.uuid(), okafors, OKAFOR.id(), FamilyCase.SOON));
        heard(story, new OfferDeclined(story.uuid(), chens, CHEN.id(), "no-time"));
        everywhere(story, "reviewer");

        heard(story, new OfferExpired(story.uuid(), okafors, OKAFOR.id()));
        everywhere(story, "coordinator");
        assertThat(turns(story))
                .containsExactly("patient", "coordinator", "reviewer", "coordinator");
    }

    @Test
    void an_opinion_that_is_checked_is_quality_s_until_it_is_returned() {
        var story = FamilyCase.inReview(CHEN);
        var opinion = UUID.randomUUID();
        heard(story, new QualityReviewRequested(story.uuid(), opinion, 1, CHEN.id()));
        everywhere(story, "quality");

        heard(story, new OpinionReturned(story.uuid(), opinion, 1, OKAFOR.id(), Set.of("unclear")));
        everywhere(story, "reviewer");
    }

    @Test
    void the_patient_and_whoever_asks_for_them_each_read_it_in_their_own_language() {
        var story = FamilyCase.submitted();

        AMINA.get(story.path("/timeline")).body("items.text", hasItem("The case was submitted."));
        YUSUF.get(story.path("/timeline")).body("items.text", hasItem("کیس جمع کرا دیا گیا۔"));
        YUSUF.request()
                .header("Accept-Language", "zh")
                .get(story.path("/timeline"))
                .then()
                .body("items.text", hasItem("个案已提交。"));
    }

    @Test
    void the_work_list_asks_once_however_long_it_is() {
        FamilyCase.submitted();
        FamilyCase.submitted();
        var asked =
                Statements.watch().during(() -> CARLA.get(LIST + "coordinator").statusCode(200));

        assertThat(asked).hasSize(1);
    }

    private static void heard(FamilyCase story, CaseEvent event) {
        var envelope = story.review().tells(event);
        Waiting.until(
                () ->
                        Records.count(
                                        "select count(*) from heard_event where case_id = ? and source = 'review' and seq = ?",
                                        story.uuid(),
                                        envelope.seq())
                                == 1);
    }

    private static void everywhere(FamilyCase story, String turn) {
        AMINA.get(story.path("")).body("turn", equalTo(turn));
        AMINA.get(story.path("/timeline"))
                .body("turn", equalTo(turn))
                .body("items.last().turn", equalTo(turn));
        AMINA.get(story.path("/clocks")).body("turn", equalTo(turn));
        assertThat(turns(story).getLast()).isEqualTo(turn);
        CARLA.get(LIST + turn)
                .body("items.caseId", hasItem(story.id()))
                .body("items.turn", everyItem(equalTo(turn)));
        CARLA.get(LIST + "nobody").body("items.caseId", not(hasItem(story.id())));
    }

    private static List<String> turns(FamilyCase story) {
        return Records.strings(
                "select turn from case_turn where case_id = ? order by place", story.uuid());
    }
}
