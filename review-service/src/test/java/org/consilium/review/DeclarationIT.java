package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.Relation;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class DeclarationIT {

    private static final Person CHEN = new Person("chen");
    private static final String PATH = "/api/reviewers/" + CHEN.id() + "/declaration";

    private final String field = Situation.aField();

    @BeforeEach
    void chen_is_the_only_one_in_the_field() {
        Staff.reviewersOf(field, "chen");
    }

    @AfterEach
    void chen_takes_everything_back() {
        declare(List.of(), List.of());
    }

    @Test
    void who_is_away_while_the_work_is_to_be_done_is_not_asked() {
        declare(List.of(absence(World.today().plusDays(3), World.today().plusDays(4))), List.of());
        assertExcluded(matched(null), "absent");
    }

    @Test
    void a_declared_tie_to_the_first_teams_hospital_excludes() {
        var hospital = Staff.anOrganisation("Where chen has shares");
        declare(
                List.of(),
                List.of(Map.of("kind", "financial", "organisation", hospital.toString())));
        assertExcluded(matched(hospital), "independence-declared");
    }

    @Test
    void somebody_of_the_patients_side_is_not_asked() {
        var caseId = World.aSubmittedCase();
        Feed.tell(World.admitted(caseId, "chen", Relation.REPRESENTATIVE));
        Feed.tell(World.triaged(caseId, field, null));
        Feed.tell(new CaseReady(caseId));
        assertExcluded(new Situation(caseId, field), "participant");
    }

    @Test
    void who_becomes_a_party_of_the_case_after_the_offer_cannot_accept_it() {
        var situation = matched(null);
        situation.awaitState("offered");
        Feed.tell(World.admitted(situation.caseId(), "chen", Relation.REFERRER));
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from case_access where case_id = ? and person = ?",
                                                situation.caseId(),
                                                CHEN.id())
                                        == 2);
        CHEN.post(situation.path("/acceptance"), Map.of("offerId", situation.offerId()))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:not-independent"));
    }

    @Test
    void it_is_edited_from_what_was_read_only() {
        CHEN.put(PATH, body(List.of(), List.of()), null)
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:consilium:problem:precondition-required"));
        CHEN.put(PATH, body(List.of(), List.of()), "\"99\"")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:consilium:problem:edited-meanwhile"));
    }

    @Test
    void a_tie_names_an_organisation_or_a_clinician_of_the_directory() {
        refused(body(List.of(), List.of(Map.of("kind", "family"))), "one-of");
        refused(
                body(
                        List.of(),
                        List.of(
                                Map.of(
                                        "kind",
                                        "family",
                                        "clinician",
                                        UUID.randomUUID().toString()))),
                "known");
        refused(
                body(List.of(absence(World.today(), World.today().minusDays(1))), List.of()),
                "not-before-from");
    }

    @Test
    void the_clinical_lead_reads_it_and_nobody_else_does() {
        LENA.get(PATH).then().statusCode(200).body("ties", hasSize(0));
        OKAFOR.get(PATH).then().statusCode(404);
        OKAFOR.put(PATH, body(List.of(), List.of()), "\"0\"").then().statusCode(404);
        LENA.put(PATH, body(List.of(), List.of()), "\"0\"").then().statusCode(403);
        new Person("carla").get(PATH).then().statusCode(403);
    }

    private void assertExcluded(Situation situation, String rule) {
        situation.awaitMatching();
        LENA.get(situation.path("/matching"))
                .then()
                .body(
                        "[0].result.excluded.find { it.reviewer == '%s' }.rules"
                                .formatted(CHEN.id()),
                        contains(rule));
    }

    private Situation matched(UUID firstTeam) {
        return new Situation(World.aReadyCase(field, firstTeam), field);
    }

    private static void refused(Map<String, Object> body, String rule) {
        CHEN.put(PATH, body, CHEN.get(PATH).header("ETag"))
                .then()
                .statusCode(400)
                .body("errors.rule", contains(rule));
    }

    private static void declare(List<?> absences, List<?> ties) {
        CHEN.put(PATH, body(absences, ties), CHEN.get(PATH).header("ETag")).then().statusCode(200);
    }

    private static Map<String, Object> body(List<?> absences, List<?> ties) {
        return Map.of("absences", absences, "ties", ties);
    }

    private static Map<String, String> absence(LocalDate from, LocalDate until) {
        return Map.of("from", from.toString(), "until", until.toString());
    }
}
