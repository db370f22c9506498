package org.consilium.system.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consilium.system.Service;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.People;

/** Who stands how to one case, and what the patient allows whom. */
final class Circle {

    private static final String PATIENT = "yusuf";

    /** A second relative, whose consent is taken back. */
    private static final String TAKEN_BACK = "tariq";

    /** A third, who acts for the patient and may not read the opinion. */
    private static final String WITHOUT_OPINION = "wei";

    /** A doctor whom no story asks. */
    private static final String BREAKS_THE_GLASS = "malik";

    private static final List<String> ACTING =
            List.of("act-for-me", "share-records", "contact-hospital");
    private static final List<String> READING_TOO =
            List.of("act-for-me", "share-records", "contact-hospital", "read-opinion");

    private final Personas personas;
    private final People people;
    private final CaseStory story;
    private final Map<String, Set<String>> relations = new HashMap<>();
    private final Map<String, Set<String>> scopes = new HashMap<>();
    private final Map<String, Outsider> outside = new HashMap<>();

    Circle(Personas personas, People people, CaseStory story) {
        this.personas = personas;
        this.people = people;
        this.story = story;
    }

    /** A daughter or the doctor asks for the patient, who lets in whom else he likes. */
    void gathers() {
        var requester = story.requester().name();
        var relation = story.read(story.requester()).body().path("relations").get(0).asText();
        stands(requester, relation.toLowerCase(Locale.ROOT));
        if (relation.equals("PATIENT")) {
            return;
        }
        stands(PATIENT, "patient");
        scopes.put(requester, Set.copyOf(READING_TOO));
        if (relation.equals("REPRESENTATIVE")) {
            var id = consented(TAKEN_BACK, READING_TOO);
            people.named(PATIENT)
                    .post(Service.INTAKE, caseFile("/consents/" + id + "/revocation"), null)
                    .expect(204);
            outside.put(TAKEN_BACK, Outsider.REVOKED_REPRESENTATIVE);
            consented(WITHOUT_OPINION, ACTING);
            stands(WITHOUT_OPINION, "representative");
            scopes.put(WITHOUT_OPINION, Set.copyOf(ACTING));
        }
    }

    /** A doctor of the first team's hospital can be no independent reviewer. */
    void hasAConflictOfInterest() {
        isOutside(BREAKS_THE_GLASS, Outsider.CONFLICTED_REVIEWER);
    }

    /** With a word that only those may read who review it; the id of what was broken. */
    String breaksTheGlass(String word) {
        var why =
                Map.of(
                        "reason",
                        "danger-to-life",
                        "words",
                        "Lies unconscious in our emergency room: " + word);
        outside.remove(BREAKS_THE_GLASS);
        stands(BREAKS_THE_GLASS, "break-glass");
        return people.named(BREAKS_THE_GLASS)
                .postSignedIn(Service.INTAKE, caseFile("/break-glass"), why)
                .expect(201)
                .body()
                .path("breakId")
                .asText();
    }

    void stands(String user, String relation) {
        relations.put(user, Set.of(relation));
    }

    /** Whoever had a right to this case, or might have been given one. */
    void isOutside(String user, Outsider kind) {
        relations.remove(user);
        outside.put(user, kind);
    }

    Map<String, Outsider> outside() {
        return outside;
    }

    Map<String, Set<String>> relations() {
        return relations;
    }

    Map<String, Set<String>> scopes() {
        return scopes;
    }

    private String consented(String relative, List<String> allowed) {
        var consent =
                Map.of(
                        "person",
                        personas.subject(relative),
                        "text",
                        "family-abroad-consent",
                        "textVersion",
                        1,
                        "language",
                        "ur",
                        "given",
                        "IN_PERSON",
                        "scopes",
                        allowed);
        return people.named(PATIENT)
                .post(Service.INTAKE, caseFile("/consents"), consent)
                .expect(201)
                .body()
                .path("consentId")
                .asText();
    }

    private String caseFile(String rest) {
        return "/api/cases/" + story.caseId() + rest;
    }
}
