package org.consilium.documents.checklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.consilium.kit.words.Code;

/** Why a case may go on without an item; the codes are stable. */
public enum WaiverReason {
    /** Whoever held it has it no more, or never made it. */
    NOT_OBTAINABLE,
    HOLDER_REFUSES,
    /** It has nothing to do with what is asked in this case. */
    NOT_RELEVANT,
    /** Another document of the case says the same. */
    COVERED_ELSEWHERE,
    /** To wait for it would cost more than it could tell. */
    TREATMENT_WILL_NOT_WAIT;

    @JsonValue
    public String code() {
        return Code.of(this);
    }

    static WaiverReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
