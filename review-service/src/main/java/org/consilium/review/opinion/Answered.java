package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a question could be answered from the records. */
public enum Answered {
    ANSWERED,
    PARTLY,
    NOT_ANSWERABLE;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }
}
