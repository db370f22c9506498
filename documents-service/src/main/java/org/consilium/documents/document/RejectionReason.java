package org.consilium.documents.document;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why a file is no record; the codes are stable, the words for people stand with whoever shows
 * them.
 */
public enum RejectionReason {
    /** None of the types that are records here. */
    TYPE_NOT_ALLOWED,
    /** The name says one type, the content is another. */
    NAME_AND_CONTENT_DISAGREE,
    /** Begins like its type and is not whole. */
    BROKEN,
    /** A DICOM preamble that another program would run or open (CVE-2019-11687). */
    UNSAFE_PREAMBLE,
    /** A script, a program or another file inside, which no record needs. */
    ACTIVE_CONTENT,
    /** Unfolds into more pixels than the limits say. */
    TOO_MANY_PIXELS,
    /** A text without a character that can be seen. */
    EMPTY,
    INFECTED,
    /** The scanner could not look into all of it, which is not the same as clean. */
    NOT_SCANNABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static RejectionReason ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
