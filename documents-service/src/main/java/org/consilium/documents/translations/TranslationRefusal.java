package org.consilium.documents.translations;

/** Why something about a translation was refused; stable, mapped to HTTP in one place. */
enum TranslationRefusal {
    CASE_HAS_ENDED,
    /** Not accepted, a page of something, or a translation itself. */
    NOT_TRANSLATABLE,
    /** The person translates the document into this language. */
    ALREADY_ENGAGED,
    ENGAGEMENT_HAS_ENDED,
    /** The document is another version than the one that is cited. */
    SOURCE_DIFFERS
}
