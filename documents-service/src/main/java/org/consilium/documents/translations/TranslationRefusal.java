package org.consilium.documents.translations;

import org.consilium.kit.web.Problem;

/** Why something about a translation was refused, and what that is in HTTP. */
enum TranslationRefusal {
    CASE_HAS_ENDED(409, "case-has-ended", "The case has ended; its records are as they are."),
    NOT_TRANSLATABLE(
            409,
            "not-translatable",
            "Only an accepted record is translated, as one, and not a translation of it."),
    ALREADY_ENGAGED(
            409, "already-engaged", "This person translates this document into this language."),
    ENGAGEMENT_HAS_ENDED(409, "engagement-has-ended", "This engagement has ended."),
    SOURCE_DIFFERS(
            409,
            "source-differs",
            "The document is another version than the one you cite: read it again.");

    private final int status;
    private final String code;
    private final String detail;

    TranslationRefusal(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    Problem problem() {
        return new Problem(status, code, detail);
    }
}
