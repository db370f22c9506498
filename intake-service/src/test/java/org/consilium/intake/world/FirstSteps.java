package org.consilium.intake.world;

import static org.consilium.intake.world.Person.YUSUF;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Amina says before there is a case: the safety questions, and who it is for. */
public final class FirstSteps {

    private FirstSteps() {}

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

    static Map<String, Object> patient() {
        return Map.of(
                "person", YUSUF.id(),
                "givenName", "Yusuf " + FamilyCase.CANARY,
                "familyName", "Malik",
                "birthYear", 1965,
                "country", "PK",
                "city", "Lahore",
                "language", "ur");
    }
}
