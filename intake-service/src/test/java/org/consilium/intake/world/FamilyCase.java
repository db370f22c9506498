package org.consilium.intake.world;

import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.YUSUF;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
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
        return new FamilyCase(
                AMINA.post("/api/cases", opening(screening(AMINA, Map.of())))
                        .statusCode(201)
                        .extract()
                        .path("caseId"));
    }

    public static FamilyCase written() {
        var opened = opened();
        AMINA.put("\"0\"", opened.path("/draft"), draft()).statusCode(200);
        AMINA.post(opened.path("/consents"), consent(null)).statusCode(201);
        AMINA.post(opened.path("/acknowledgements"), acknowledgements()).statusCode(200);
        return opened;
    }

    public static FamilyCase submitted() {
        var written = written();
        AMINA.post(written.path("/submission"), null).statusCode(200);
        return written;
    }

    public static FamilyCase ready() {
        var submitted = submitted();
        submitted.recordsAssessed(Set.of());
        submitted.awaitHeard(1);
        CARLA.post(submitted.path("/triage/start"), null).statusCode(200);
        CARLA.post(submitted.path("/triage"), triage()).statusCode(200);
        return submitted;
    }

    public static FamilyCase inReview(Person reviewer) {
        var ready = ready();
        ready.offered(reviewer);
        ready.accepted(reviewer);
        ready.awaitState("in-review");
        return ready;
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

    /** Until so many events of other services are taken in. */
    public void awaitHeard(int events) {
        Waiting.until(
                () ->
                        Records.count(
                                        "select count(*) from heard_event where case_id = ?::uuid",
                                        id)
                                >= events);
    }

    public static String screening(Person person, Map<String, String> otherAnswers) {
        return person.post("/api/screenings", answers(otherAnswers))
                .statusCode(201)
                .extract()
                .path("screeningId");
    }

    public static Map<String, Object> answers(Map<String, String> others) {
        var answers = new HashMap<String, String>();
        for (var code :
                List.of(
                        "not-responding",
                        "breathing-or-chest-pain",
                        "stroke-signs",
                        "heavy-bleeding",
                        "self-harm",
                        "getting-worse-in-hospital",
                        "treatment-within-two-days")) {
            answers.put(code, "NO");
        }
        answers.putAll(others);
        return Map.of("programme", "family-abroad", "country", "PK", "answers", answers);
    }

    public static Map<String, Object> opening(String screening) {
        return new HashMap<>(
                Map.of(
                        "programme", "family-abroad",
                        "service", "second-opinion",
                        "screening", screening,
                        "relation", "REPRESENTATIVE",
                        "language", "en",
                        "patient", patient()));
    }

    private static Map<String, Object> patient() {
        return Map.of(
                "person", YUSUF.id(),
                "givenName", "Yusuf " + CANARY,
                "familyName", "Malik",
                "birthYear", 1965,
                "country", "PK",
                "city", "Lahore",
                "language", "ur");
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
