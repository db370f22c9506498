package org.consilium.review.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opinions as a reviewer's client sends them. */
public final class Drafts {

    private Drafts() {}

    public static Map<String, Object> complete(UUID document) {
        return new HashMap<>(
                Map.of(
                        "sections",
                        Map.of(
                                "diagnosis-correct", "Yes: the biopsy proves it.",
                                "treatment-appropriate", "Surgery is right; it need not be open."),
                        "axes",
                        Map.of(
                                "diagnosis",
                                Map.of("value", "agree", "explanation", ""),
                                "treatment-plan",
                                Map.of(
                                        "value", "minor-difference",
                                        "cause", "guideline",
                                        "explanation", "Keyhole surgery is an equal option.")),
                        "answers",
                        List.of(
                                Map.of(
                                        "questionId", World.QUESTION.toString(),
                                        "answered", "answered",
                                        "text", "It is.")),
                        "summary",
                        "تشخیص درست ہے۔",
                        "questionsForOwnDoctor",
                        List.of("Can it be done with small cuts?"),
                        "citations",
                        List.of(
                                Map.of(
                                        "documentId",
                                        document.toString(),
                                        "page",
                                        1,
                                        "note",
                                        "histology"))));
    }

    public static Map<String, Object> empty() {
        return Map.of(
                "sections",
                Map.of(),
                "axes",
                Map.of(),
                "answers",
                List.of(),
                "summary",
                "",
                "questionsForOwnDoctor",
                List.of(),
                "citations",
                List.of());
    }

    /** What a quality reviewer says of the complete one. */
    public static Map<String, Object> passOf(String opinionId) {
        return Map.of(
                "opinionId",
                opinionId,
                "checks",
                List.of(
                        "answers-every-question",
                        "plain-language",
                        "no-guarantee",
                        "citations-hold"),
                "significance",
                Map.of("treatment-plan", "minor"));
    }

    public static Map<String, Object> findingOf(String opinionId) {
        return Map.of(
                "opinionId",
                opinionId,
                "findings",
                List.of(Map.of("code", "plain-language", "text", "The summary has a Latin word.")));
    }

    public static Map<String, Object> signatureOf(String username) {
        return Map.of(
                "attestation",
                true,
                "licence",
                Map.of("country", "PK", "number", "PMC-" + username),
                "writtenIn",
                "ur");
    }
}
