package org.consilium.review.words;

import java.util.List;
import java.util.UUID;

/** What the letter says of the case; intake tells more, which is passed over. */
public record CaseWords(
        String reference, String language, Patient patient, List<Question> questions) {

    /** {@code language} is the patient's own, which is not always the requester's. */
    public record Patient(String givenName, String familyName, String language) {

        public String name() {
            return givenName + " " + familyName;
        }
    }

    public record Question(UUID id, String text) {}

    /** What the patient reads best. */
    public String letterLanguage() {
        return patient.language() == null ? language : patient.language();
    }
}
