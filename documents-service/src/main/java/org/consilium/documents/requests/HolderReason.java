package org.consilium.documents.requests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.consilium.kit.words.Code;

/** Why a holder does not give a record; the codes are stable. */
public enum HolderReason {
    NOT_FOUND,
    /** Thrown away, as the law allows after some years. */
    DESTROYED,
    NEVER_MADE,
    CONSENT_WANTED,
    FEE_WANTED,
    NO_REASON_GIVEN;

    @JsonValue
    public String code() {
        return Code.of(this);
    }

    static HolderReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
