package org.consilium.documents.reading;

import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.paper.Form.Translation;

/** How much of a case's documents somebody sees. */
enum Sight {
    NOTHING,
    /**
     * What there is and how far it is, for whoever looks after completeness: no names, no content.
     */
    PROGRESS,
    /** Accepted documents, without the first team's opinion: an own reading comes first. */
    RECORDS_BUT_FIRST_OPINION,
    RECORDS,
    /** The one document that somebody translates, and the translations they sent of it. */
    TRANSLATING,
    EVERYTHING;

    boolean shows(Document document) {
        return switch (this) {
            case NOTHING -> false;
            case RECORDS_BUT_FIRST_OPINION -> reads(document) && !document.about().firstOpinion();
            case RECORDS -> reads(document);
            case TRANSLATING -> document instanceof Accepted || isSentTranslation(document);
            case PROGRESS, EVERYTHING -> !(document instanceof Discarded);
        };
    }

    /** Whoever sent one follows it, whatever becomes of it. */
    private static boolean isSentTranslation(Document document) {
        return document.about().form() instanceof Translation && !(document instanceof Discarded);
    }

    /** A reviewer reads papers as one, not their pages. */
    private static boolean reads(Document document) {
        return document instanceof Accepted && !document.about().isPage();
    }

    /** A file's name may tell as much as its content. */
    boolean showsNames() {
        return this != NOTHING && this != PROGRESS && this != TRANSLATING;
    }

    /**
     * What a reviewer or a translator needs is in the picture; the rest is about the family's
     * telephone.
     */
    boolean readsCopies() {
        return this == RECORDS || this == RECORDS_BUT_FIRST_OPINION || this == TRANSLATING;
    }

    /** A reviewer reads this case alone. */
    boolean knowsOfOtherCases() {
        return this == EVERYTHING || this == PROGRESS;
    }

    boolean opens(Document document) {
        return document instanceof Accepted && shows(document) && this != PROGRESS;
    }
}
