package org.consilium.documents.requests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.words.Code;

/**
 * What is asked of whom; it never changes.
 *
 * @param items codes of the checklist
 */
public record Wanted(
        UUID requestId,
        UUID caseId,
        Set<String> items,
        Holder holder,
        Channel channel,
        UUID requestedBy,
        Instant draftedAt) {

    /**
     * Who holds the record; at least one of the two is there.
     *
     * @param organisation its entry in review's directory
     * @param code what it is, such as {@code first-team} or {@code laboratory}: a code, since a
     *     name could tell who the patient is
     */
    public record Holder(UUID organisation, String code) {}

    /** How the holder is asked. The asking is done by people; here is only kept how. */
    public enum Channel {
        POST,
        EMAIL,
        PHONE,
        WHATSAPP,
        PORTAL,
        IN_PERSON;

        @JsonValue
        public String code() {
            return Code.of(this);
        }

        static Channel ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
