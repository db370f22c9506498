package org.consilium.review.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import org.consilium.kit.words.Code;

/** What a quality reviewer holds an opinion to. */
public enum QualityCheck {
    ANSWERS_EVERY_QUESTION,
    PLAIN_LANGUAGE,
    NO_GUARANTEE,
    CITATIONS_HOLD;

    @JsonValue
    public String code() {
        return Code.of(this);
    }
}
