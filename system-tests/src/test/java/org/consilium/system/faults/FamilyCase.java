package org.consilium.system.faults;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The least that opens a case of the family-abroad programme. */
final class FamilyCase {

    private FamilyCase() {}

    static Object screening() {
        var answers =
                Stream.of(
                                "not-responding",
                                "breathing-or-chest-pain",
                                "stroke-signs",
                                "heavy-bleeding",
                                "self-harm",
                                "getting-worse-in-hospital",
                                "treatment-within-two-days")
                        .collect(Collectors.toMap(Function.identity(), code -> "NO"));
        return Map.of("programme", "family-abroad", "country", "PK", "answers", answers);
    }

    static Object opening(String screening) {
        var patient =
                Map.of(
                        "givenName", "Yusuf",
                        "familyName", "Malik",
                        "birthYear", 1965,
                        "country", "PK",
                        "city", "Lahore",
                        "language", "ur");
        return Map.of(
                "programme", "family-abroad",
                "service", "second-opinion",
                "screening", screening,
                "relation", "REPRESENTATIVE",
                "language", "en",
                "patient", patient);
    }
}
