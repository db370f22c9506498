package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import org.consilium.kit.words.Code;

/** How far a question could be answered from the records. */
public enum Answered {
    ANSWERED,
    PARTLY,
    NOT_ANSWERABLE;

    @JsonValue
    public String code() {
        return Code.of(this);
    }
}
