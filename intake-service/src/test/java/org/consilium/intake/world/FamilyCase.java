package org.consilium.intake.world;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.LENA;
import static org.hamcrest.Matchers.contains;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.Source;

/** Amina in London asks for Yusuf in Lahore: one case, brought as far as a test needs it. */
public final class FamilyCase {

    /** A unique word in everything somebody writes, to be looked for where it must not be. */
    public static final String CANARY = "kanari7vogel";

    public static final Instant SOON = Instant.parse("2027-01-05T10:00:00Z");

    private final String id;
    private final OtherService documents = new OtherService(Source.DOCUMENTS);
    private final OtherService review = new OtherService(Source.REVIEW);

    private FamilyCase(String id) {
        this.id = id;
    }

    public static FamilyCase opened() {
        return opened(FirstSteps.opening(FirstSteps.screening(AMINA, Map.of())));
    }

    /** Amina is alone with the case. */
    public static FamilyCase ofAPatientWithoutAccount() {
        var opening = FirstSteps.opening(FirstSteps.screening(AMINA, Map.of()));
        var patient = new HashMap<>(FirstSteps.patient());
        patient.remove("person");
        opening.put("patient", patient);
        return opened(opening);
    }

    private static FamilyCase opened(Map<String, Object> opening) {
        return new FamilyCase(
                AMINA.post("/api/cases", opening).statusCode(201).extract().path("caseId"));
    }

    public static FamilyCase written() {
        return opened().write();
    }

    public static FamilyCase submitted() {
        return written().submit();
    }

    public static FamilyCase ready() {
        return submitted().triage(Set.of());
    }

    public static FamilyCase inReview(Person reviewer) {
        return ready().review(reviewer);
    }

    public FamilyCase write() {
        AMINA.put("\"0\"", path("/draft"), draft())
                .statusCode(200)
                .body("relations", contains("REPRESENTATIVE"));
        AMINA.post(path("/consents"), consent(null)).statusCode(201);
        AMINA.post(path("/acknowledgements"), acknowledgements()).statusCode(200);
        return this;
    }

    public FamilyCase submit() {
        AMINA.post(path("/submission"), submission()).statusCode(200);
        return this;
    }

    public FamilyCase triage(Set<String> missing) {
        recordsAssessed(missing);
        awaitHeard(1);
        CARLA.post(path("/triage/start"), null).statusCode(200);
        CARLA.post(path("/triage"), triage()).statusCode(200);
        return this;
    }

    public FamilyCase review(Person reviewer) {
        offered(reviewer);
        accepted(reviewer);
        awaitState("in-review");
        return this;
    }

    /** Everything Amina was allowed, as staff does it at the patient's word. */
    public void revokeAll() {
        var consents = CARLA.get(path("")).extract().<List<String>>path("consents.id");
        for (var consent : consents) {
            CARLA.post(path("/consents/{id}/revocation"), null, consent).statusCode(204);
        }
    }

    public void released(Instant followUpUntil) {
        review.tells(new OpinionReleased(uuid(), UUID.randomUUID(), 1, LENA.id(), followUpUntil));
        awaitState("delivered");
    }

    public void offered(Person reviewer) {
        review.tells(new ReviewOffered(uuid(), UUID.randomUUID(), reviewer.id(), SOON));
    }

    public void accepted(Person reviewer) {
        review.tells(new OfferAccepted(uuid(), UUID.randomUUID(), reviewer.id(), SOON));
    }

    public void recordsAssessed(Set<String> missing) {
        documents.tells(new RecordsAssessed(uuid(), missing.isEmpty(), missing, Set.of()));
    }

    public OtherService documents() {
        return documents;
    }

    public OtherService review() {
        return review;
    }

    public String id() {
        return id;
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }

    public String path(String rest) {
        return "/api/cases/" + id + rest;
    }

    public String state() {
        return CARLA.get(path("")).statusCode(200).extract().path("state");
    }

    public void awaitState(String state) {
        Waiting.until(() -> state().equals(state));
    }

    /** The price as the programme shows it. */
    public static Map<String, Object> submission() {
        return new HashMap<>(Map.of("price", Map.of("amountMinor", 4000, "currency", "GBP")));
    }

    /** Until so many events of other services are taken in. */
    public void awaitHeard(int events) {
        Waiting.until(
                () ->
                        Records.count(
                                        "select count(*) from heard_event where case_id = ?::uuid",
                                        id)
                                >= events);
    }

    public static Map<String, Object> draft() {
        return new HashMap<>(
                Map.of(
                        "reasons", List.of("serious-diagnosis"),
                        "clinicalArea", "oncology",
                        "summary", Map.of("timeline", CANARY, "concern", CANARY, "goal", CANARY),
                        "firstOpinion",
                                Map.of(
                                        "diagnosis",
                                        "first " + CANARY,
                                        "plan",
                                        CANARY,
                                        "organisationName",
                                        CANARY,
                                        "clinicianNames",
                                        List.of(CANARY)),
                        "questions",
                                List.of(
                                        Map.of(
                                                "text",
                                                "Is it so? " + CANARY,
                                                "bankCode",
                                                "diagnosis-correct"))));
    }

    public static Map<String, Object> consent(UUID person) {
        var consent =
                new HashMap<String, Object>(
                        Map.of(
                                "text", "family-abroad-consent",
                                "textVersion", 1,
                                "language", "ur",
                                "given", "BY_VIDEO_CALL",
                                "scopes", List.of("act-for-me", "share-records", "read-opinion")));
        if (person != null) {
            consent.put("person", person);
        }
        return consent;
    }

    public static Map<String, Object> acknowledgements() {
        return Map.of(
                "statements",
                List.of(
                        "not-an-emergency-service",
                        "does-not-replace-doctors",
                        "no-guarantee",
                        "records-decide"));
    }

    public static Map<String, Object> triage() {
        return new HashMap<>(
                Map.of(
                        "specialty",
                        "394593009",
                        "urgency",
                        "ROUTINE",
                        "jurisdiction",
                        "PK",
                        "languages",
                        List.of("en", "ur"),
                        "firstTeamOrganisation",
                        UUID.randomUUID(),
                        "firstTeamClinicians",
                        List.of(UUID.randomUUID())));
    }
}
