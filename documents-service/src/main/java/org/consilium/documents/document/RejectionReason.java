package org.consilium.documents.document;

import org.consilium.kit.words.Code;

/**
 * Why a file is no record; the codes are stable, the words for people stand with whoever shows
 * them.
 */
public enum RejectionReason {
    /** None of the types that are records here. */
    TYPE_NOT_ALLOWED("This is none of the types of file that the limits list."),
    /** The name says one type, the content is another. */
    NAME_AND_CONTENT_DISAGREE("The name says one type of file, and the content is another."),
    /** Begins like its type and is not whole. */
    BROKEN("The file is not whole: scan or save it again."),
    /** A DICOM preamble that another program would run or open (CVE-2019-11687). */
    UNSAFE_PREAMBLE("The picture begins with a program."),
    /** A script, a program or another file inside, which no record needs. */
    ACTIVE_CONTENT("The file carries a script, a program or another file: print or scan it anew."),
    /** A reviewer could not open it either. */
    PASSWORD_PROTECTED("The file opens only with a password: send it without its password."),
    /** Unfolds into more pixels than the limits say. */
    TOO_MANY_PIXELS("The picture has more pixels than the limits say."),
    /** A text without a character that can be seen. */
    EMPTY("There is nothing in the file."),
    INFECTED("The virus scanner found something in the file."),
    /** The scanner could not look into all of it, which is not the same as clean. */
    NOT_SCANNABLE("The virus scanner could not look into all of the file.");

    private final String words;

    RejectionReason(String words) {
        this.words = words;
    }

    /** For whoever sent the file. */
    public String words() {
        return words;
    }

    public String code() {
        return Code.of(this);
    }

    public static RejectionReason ofCode(String code) {
        return Code.find(RejectionReason.class, code).orElseThrow();
    }
}
