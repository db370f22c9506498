package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.consilium.kit.words.Code;

/**
 * What a later version of an opinion replaces, and why; for everybody who reads the later one.
 *
 * @param signedAt when that version was signed
 * @param text in the author's words
 */
public record Replaced(int version, Instant signedAt, Reason reason, String text) {

    public enum Reason {
        NEW_INFORMATION,
        CORRECTION,
        CLARIFICATION,
        OTHER;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }
}
