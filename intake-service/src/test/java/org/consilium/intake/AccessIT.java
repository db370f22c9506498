package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.LENA;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.consilium.intake.world.Person.OLGA;
import static org.consilium.intake.world.Person.RAHMAN;
import static org.consilium.intake.world.Person.TARIQ;
import static org.consilium.intake.world.Person.WEI;
import static org.consilium.intake.world.Person.YUSUF;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.FirstSteps;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingParts;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.Tokens;
import org.consilium.stack.requests.AtOnce;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see and do what, asked from outside with real tokens. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class AccessIT {

    @Test
    void a_stranger_gets_the_same_404_as_for_a_case_that_does_not_exist() {
        var story = FamilyCase.written();
        var nowhere = "/api/cases/" + UUID.randomUUID();

        var refused = MALLORY.get(nowhere).statusCode(404).extract().body().asString();
        var looks = new AtOnce();
        for (var stranger : List.of(MALLORY, WEI, RAHMAN, CHEN, OLGA)) {
            for (var path : List.of(nowhere, story.path(""), story.path("/timeline"))) {
                looks.and(() -> stranger.get(path).statusCode(404).body(equalTo(refused)));
            }
        }
        looks.send();
    }

    @Test
    void a_stranger_can_change_nothing() {
        var story = FamilyCase.written();

        familyStepsAreRefused(MALLORY, story)
                .and(() -> MALLORY.post(story.path("/triage/start"), null).statusCode(404))
                .send();
        AMINA.get(story.path("")).body("state", equalTo("draft"));
    }

    private static AtOnce familyStepsAreRefused(Person person, FamilyCase story) {
        var consent = FamilyCase.consent(null);
        var acknowledgements = FamilyCase.acknowledgements();
        var why = Map.of("reason", "other");
        return new AtOnce()
                .and(
                        () ->
                                person.put("\"1\"", story.path("/draft"), FamilyCase.draft())
                                        .statusCode(404))
                .and(() -> person.post(story.path("/submission"), null).statusCode(404))
                .and(() -> person.post(story.path("/consents"), consent).statusCode(404))
                .and(
                        () ->
                                person.post(story.path("/acknowledgements"), acknowledgements)
                                        .statusCode(404))
                .and(() -> person.post(story.path("/withdrawal"), why).statusCode(404));
    }

    @Test
    void without_a_token_or_with_one_for_another_service_nobody_gets_in() {
        RestAssured.given().get("/api/cases").then().statusCode(401);
        var forReview = new Tokens(BackingParts.addresses().issuer()).of("amina", "review");
        RestAssured.given().auth().oauth2(forReview).get("/api/cases").then().statusCode(401);
    }

    @Nested
    class A_coordinator {

        @Test
        void reads_the_case_and_cannot_write_a_clinical_word() {
            var story = FamilyCase.written();

            for (var staff : List.of(CARLA, LENA)) {
                staff.get(story.path("")).statusCode(200).body("reasons.size()", equalTo(1));
                familyStepsAreRefused(staff, story).send();
            }
        }

        @Test
        void opens_no_case() {
            CARLA.post("/api/screenings", FirstSteps.answers(Map.of())).statusCode(403);
            CARLA.post("/api/cases", FirstSteps.opening(UUID.randomUUID().toString()))
                    .statusCode(403);
        }

        @Test
        void has_the_work_list_by_state_oldest_first_page_by_page() {
            var older = FamilyCase.submitted();
            var newer = FamilyCase.submitted();

            var seen = new ArrayList<String>();
            String next = null;
            do {
                var page =
                        CARLA.request()
                                .queryParam("state", "submitted")
                                .queryParam("size", 1)
                                .queryParams(next == null ? Map.of() : Map.of("after", next))
                                .get("/api/cases")
                                .then()
                                .statusCode(200)
                                .body("items.state", everyItem(equalTo("submitted")))
                                .extract();
                seen.addAll(page.path("items.caseId"));
                next = page.path("next");
            } while (next != null);
            org.assertj.core.api.Assertions.assertThat(seen)
                    .containsSubsequence(older.id(), newer.id())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_patients_side_does_no_triage() {
        var story = FamilyCase.submitted();

        for (var person : List.of(AMINA, YUSUF)) {
            person.post(story.path("/triage/start"), null).statusCode(404);
            person.post(story.path("/triage"), FamilyCase.triage()).statusCode(404);
            person.post(story.path("/decline"), Map.of("reason", "too-little-time"))
                    .statusCode(404);
        }
    }

    @Test
    void an_operator_sees_no_case_and_no_list() {
        OLGA.get("/api/cases").statusCode(403);
    }

    @Test
    void everybody_lists_their_own_cases_only() {
        var story = FamilyCase.opened();

        YUSUF.get("/api/cases?size=100").body("items.caseId", hasItem(story.id()));
        MALLORY.get("/api/cases?size=100").body("items.caseId", not(hasItem(story.id())));
    }

    @Nested
    class A_reviewer_who_was_asked {

        @Test
        void sees_what_the_offer_shows_and_nothing_more() {
            var story = FamilyCase.ready();
            story.offered(OKAFOR);
            story.awaitHeard(2);

            OKAFOR.get(story.path(""))
                    .statusCode(200)
                    .body(
                            "keySet()",
                            containsInAnyOrder(
                                    "caseId",
                                    "relations",
                                    "specialty",
                                    "clinicalArea",
                                    "urgency",
                                    "language",
                                    "questions"))
                    .body(not(org.hamcrest.Matchers.containsString(FamilyCase.CANARY)));
            OKAFOR.get(story.path("/timeline")).statusCode(404);
        }

        @Test
        void sees_nothing_once_the_case_is_withdrawn() {
            var story = FamilyCase.inReview(CHEN);
            CHEN.get(story.path("")).statusCode(200);
            AMINA.post(story.path("/withdrawal"), Map.of("reason", "decided-already"))
                    .statusCode(200);

            CHEN.get(story.path("")).statusCode(404);
            story.offered(OKAFOR);
            story.awaitHeard(4);
            OKAFOR.get(story.path("")).statusCode(404);
        }
    }

    @Nested
    class A_second_family_member {

        @Test
        void gets_in_by_the_patients_consent_and_is_out_at_its_revocation() {
            var story = FamilyCase.written();
            TARIQ.get(story.path("")).statusCode(404);
            var consent =
                    YUSUF.post(story.path("/consents"), FamilyCase.consent(TARIQ.id()))
                            .statusCode(201)
                            .extract()
                            .<String>path("consentId");
            TARIQ.get(story.path("")).statusCode(200).body("relations", contains("REPRESENTATIVE"));

            YUSUF.post(story.path("/consents/{id}/revocation"), null, consent).statusCode(204);

            TARIQ.get(story.path("")).statusCode(404);
            AMINA.get(story.path("")).statusCode(200);
            YUSUF.post(story.path("/consents/{id}/revocation"), null, consent).statusCode(404);
        }

        @Test
        void may_be_the_only_one_and_staff_still_finds_the_case_without_them() {
            var story = FamilyCase.ofAPatientWithoutAccount();
            AMINA.post(story.path("/consents"), FamilyCase.consent(null)).statusCode(201);

            story.revokeAll();

            AMINA.get(story.path("")).statusCode(404);
            AMINA.get("/api/cases?size=100").body("items.caseId", not(hasItem(story.id())));
            CARLA.get(story.path(""))
                    .statusCode(200)
                    .body("leftAlone", equalTo(true))
                    .body("turn", equalTo("coordinator"))
                    .time(lessThan(2_000L));
        }

        @Test
        void who_may_only_read_decides_nothing() {
            var story = FamilyCase.submitted();
            var consent = FamilyCase.consent(TARIQ.id());
            consent.put("scopes", List.of("read-opinion"));
            YUSUF.post(story.path("/consents"), consent).statusCode(201);

            TARIQ.get(story.path("")).statusCode(200);
            TARIQ.post(story.path("/withdrawal"), Map.of("reason", "other"))
                    .statusCode(403)
                    .body("type", endsWith("not-in-the-consent"))
                    .body("errors[0].rule", equalTo("scope"))
                    .body("errors[0].message", equalTo("act-for-me"));
            AMINA.get(story.path("")).body("state", equalTo("submitted"));
        }

        @Test
        void is_let_in_by_the_patient_only() {
            var story = FamilyCase.opened();

            AMINA.post(story.path("/consents"), FamilyCase.consent(TARIQ.id()))
                    .statusCode(403)
                    .body("type", endsWith("consent-is-the-patients"));

            TARIQ.get(story.path("")).statusCode(404);
        }

        @Test
        void is_out_when_the_consent_ends() {
            var story = FamilyCase.opened();
            var consent = FamilyCase.consent(TARIQ.id());
            consent.put("until", Instant.now().plusSeconds(6).toString());
            YUSUF.post(story.path("/consents"), consent).statusCode(201);
            TARIQ.get(story.path("")).statusCode(200);

            Waiting.until(() -> TARIQ.get(story.path("")).extract().statusCode() == 404);
            Waiting.until(
                    () ->
                            Records.eventTypes(story.id())
                                    .containsAll(
                                            List.of(
                                                    "intake.consent-expired.v1",
                                                    "intake.participant-removed.v1")));
        }

        @Test
        void stays_in_as_long_as_another_consent_stands() {
            var story = FamilyCase.opened();
            var consent =
                    YUSUF.post(story.path("/consents"), FamilyCase.consent(TARIQ.id()))
                            .extract()
                            .<String>path("consentId");
            YUSUF.post(story.path("/consents"), FamilyCase.consent(TARIQ.id())).statusCode(201);

            YUSUF.post(story.path("/consents/{id}/revocation"), null, consent).statusCode(204);

            TARIQ.get(story.path("")).statusCode(200);
            assertThat(Records.eventTypes(story.id()))
                    .doesNotContain("intake.participant-removed.v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"olga", "chen", "yusuf"})
    void programmes_are_open_to_everybody(String username) {
        var person = new Person(username, null);

        person.get("/api/programmes")
                .statusCode(200)
                .body("items.id", contains("expert-opinion", "family-abroad"))
                .body("items[1].services[0].price.amount", equalTo(15.0f));
        person.get("/api/programmes/family-abroad/versions/1")
                .statusCode(200)
                .body("opinionForm.sections[0].label.ur", not(nullValue()))
                .body("clinicalAreas[0].checklist[0].kinds", contains("11529-5"));
        person.get("/api/programmes/family-abroad/versions/9").statusCode(404);
    }
}
