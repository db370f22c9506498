package org.consilium.documents.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.LENA;
import static org.consilium.documents.People.OLGA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class WaiverIT {

    private static final ChecklistItem BLOOD =
            new ChecklistItem("blood-tests", Level.ESSENTIAL, List.of("11502-2"), null, List.of());

    private final ACase aCase = ACase.opened();

    @BeforeEach
    void blood_tests_are_wanted() {
        aCase.submittedWith(BLOOD);
        Soon.happens(() -> assessments().size() == 1);
    }

    @Nested
    class A_waived_item {

        @Test
        void counts_as_filled_and_everybody_sees_who_waived_it_and_why() {
            waive(CARLA, "blood-tests", "not-obtainable").then().statusCode(204);
            checklist()
                    .then()
                    .body("complete", equalTo(true))
                    .body("items[0].state", equalTo("waived"))
                    .body("items[0].waiver.reason", equalTo("not-obtainable"))
                    .body("items[0].waiver.waivedBy", equalTo(CARLA.id().toString()))
                    .body("items[0].waiver.waivedAt", notNullValue());
            Soon.happens(() -> assessments().size() == 2);
            assertThat(assessments().getLast())
                    .isEqualTo(new RecordsAssessed(aCase.id(), true, Set.of(), Set.of()));
        }

        @Test
        void is_wanted_again_once_the_waiver_is_withdrawn() {
            waive(CARLA, "blood-tests", "not-obtainable").then().statusCode(204);
            withdraw(CARLA).then().statusCode(204);
            checklist()
                    .then()
                    .body("items[0].state", equalTo("missing"))
                    .body("items[0].waiver", nullValue());
            Soon.happens(() -> assessments().size() == 3);
            assertThat(assessments().getLast().complete()).isFalse();
            refused(withdraw(CARLA), 404, "not-waived");
        }

        @Test
        void may_be_waived_again_for_another_reason_and_the_same_one_changes_nothing() {
            waive(CARLA, "blood-tests", "not-obtainable").then().statusCode(204);
            var since = checklist().path("items[0].waiver.waivedAt");
            waive(CARLA, "blood-tests", "not-obtainable").then().statusCode(204);
            checklist().then().body("items[0].waiver.waivedAt", equalTo(since));
            waive(CARLA, "blood-tests", "not-relevant").then().statusCode(204);
            checklist().then().body("items[0].waiver.reason", equalTo("not-relevant"));
        }
    }

    @Nested
    class A_waiver_is_refused {

        @Test
        void for_what_is_not_on_the_checklist() {
            refused(waive(CARLA, "x-rays", "not-relevant"), 404, "not-on-the-checklist");
        }

        @Test
        void for_what_is_there() {
            var file = SampleFiles.pdf();
            var id = Tus.uploaded(AMINA, aCase.id(), file, Tus.metadata("a.pdf", "11502-2"));
            Soon.is(id, "accepted");
            refused(waive(CARLA, "blood-tests", "not-relevant"), 409, "item-is-there");
        }

        @Test
        void without_a_reason_from_the_list() {
            refused(waive(CARLA, "blood-tests", "because"), 400, "malformed");
        }

        @Test
        void once_the_case_has_ended() {
            waive(CARLA, "blood-tests", "not-relevant").then().statusCode(204);
            aCase.tell(Source.INTAKE, new CaseClosed(aCase.id(), "follow-up-over"));
            Soon.happens(() -> waive(CARLA, "blood-tests", "not-relevant").statusCode() == 409);
            refused(waive(CARLA, "blood-tests", "not-obtainable"), 409, "case-has-ended");
            refused(withdraw(CARLA), 409, "case-has-ended");
        }

        @Test
        void to_everybody_but_a_coordinator() {
            for (var person : new People[] {AMINA, LENA, OLGA}) {
                waive(person, "blood-tests", "not-relevant").then().statusCode(404);
            }
        }
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", equalTo("urn:consilium:problem:" + code));
    }

    private Response waive(People person, String item, String reason) {
        return RestAssured.given()
                .auth()
                .oauth2(person.token())
                .contentType("application/json")
                .body("{\"reason\": \"" + reason + "\"}")
                .put("/api/documents/cases/{case}/checklist/{item}/waiver", aCase.id(), item);
    }

    private Response withdraw(People person) {
        return RestAssured.given()
                .auth()
                .oauth2(person.token())
                .delete("/api/documents/cases/{id}/checklist/blood-tests/waiver", aCase.id());
    }

    private Response checklist() {
        return Tus.as(AMINA).get("/api/documents/cases/{id}/checklist", aCase.id());
    }

    private List<RecordsAssessed> assessments() {
        return aCase.published().stream()
                .filter(RecordsAssessed.class::isInstance)
                .map(RecordsAssessed.class::cast)
                .toList();
    }
}
