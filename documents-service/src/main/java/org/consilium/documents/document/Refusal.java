package org.consilium.documents.document;

/** Why a command was refused; stable, mapped to HTTP in one place. */
public enum Refusal {
    /** The case has ended and takes no more records. */
    CASE_HAS_ENDED,
    /** Larger than this installation takes. */
    TOO_LARGE,
    /** The case has as many unfinished uploads as it may. */
    TOO_MANY_UNFINISHED,
    /** The client continues at another byte than the first one missing. */
    NOT_THE_NEXT_BYTE,
    /** More bytes than were announced. */
    MORE_THAN_ANNOUNCED,
    /** A byte is still missing. */
    NOT_ALL_BYTES_HERE,
    /** All bytes are here: there is nothing to add or to give up. */
    UPLOAD_IS_COMPLETE,
    UPLOAD_WAS_DISCARDED,
    /** Somebody else sent it. */
    NOT_THE_UPLOADER,
    /** When the record was made is known already. */
    DATE_IS_KNOWN,
    /** It is no record, or not yet. */
    NOT_A_RECORD,
    /** It is no translation, or not an accepted one. */
    NOT_A_TRANSLATION,
    /** A reviewer forms an opinion on the records as they are. */
    IN_REVIEW,
    /** The paper has no such place for a photograph. */
    NO_SUCH_PAGE,
    /** Other photographs are there than the order names. */
    PAGES_DIFFER,
    /** Without it nothing would be left: the whole paper may be taken back. */
    LAST_PAGE,
    /** The examination has spoken, or has nothing to speak about yet. */
    NOT_UNDER_EXAMINATION
}
