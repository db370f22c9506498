package org.consilium.documents.requests;

/** Why a command was refused; stable, mapped to HTTP in one place. */
public enum Refusal {
    /** The case has ended; nothing more is asked for. */
    CASE_HAS_ENDED,
    /** The case's checklist has no such item, or is not known. */
    NOT_ON_THE_CHECKLIST,
    /** A document fills one of these items already. */
    ITEM_IS_THERE,
    /** Nobody can be reminded, or refuse, who was not asked. */
    REQUEST_NOT_SENT,
    /** It has gone out already. */
    REQUEST_WAS_SENT,
    REQUEST_HAS_ENDED
}
