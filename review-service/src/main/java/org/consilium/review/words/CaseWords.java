package org.consilium.review.words;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.UUID;

/** What the letter says of the case; intake tells more, which is passed over. */
public record CaseWords(
        String reference, String language, Patient patient, List<Question> questions) {

    /** {@code language} is the patient's own, which is not always the requester's. */
    public record Patient(String givenName, String familyName, String language) {

        /** As it is written where the name comes from: in Chinese the family first, unspaced. */
        public String name() {
            return isHan(givenName) && isHan(familyName)
                    ? familyName + givenName
                    : givenName + " " + familyName;
        }

        private static boolean isHan(String part) {
            return part.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                    && !part.isEmpty();
        }
    }

    public record Question(UUID id, String text) {}

    /** What the patient reads best. */
    public String letterLanguage() {
        return patient.language() == null ? language : patient.language();
    }
}
