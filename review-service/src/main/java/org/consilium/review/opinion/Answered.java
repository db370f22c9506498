package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a question could be answered from the records. */
public enum Answered {
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("partly")
    PARTLY,
    @JsonProperty("not-answerable")
    NOT_ANSWERABLE
}
