package org.consilium.documents.document;

import static org.consilium.documents.document.Refusal.NOT_A_TRANSLATION;
import static org.consilium.documents.document.Refusal.NOT_THE_UPLOADER;

import java.util.List;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.DocumentsEvent.TranslationRetracted;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Decision.Refused;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.DocumentCommand.LoseSource;
import org.consilium.documents.document.DocumentCommand.RetractTranslation;
import org.consilium.documents.paper.Form.Translation;

/** How a translation goes: with its source, or because it is wrong. */
final class TranslationRules {

    private TranslationRules() {}

    /**
     * One whose last byte is here is given up as well: its receipt comes too late, and would let it
     * outlive its source.
     */
    static Decision loseSource(Document document, LoseSource c) {
        if (!(document.about().form() instanceof Translation)) {
            return new Refused(NOT_A_TRANSLATION);
        }
        return switch (document) {
            case Uploading(var about, _, _) -> new Moved(new Discarded(about, c.at()), List.of());
            case Received(var about, _, _) -> withdrawn(about, c);
            case Accepted(var about, _, _, _, _) -> withdrawn(about, c);
            case Gathering _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_TRANSLATION);
        };
    }

    private static Decision withdrawn(Particulars about, LoseSource c) {
        var told = new DocumentWithdrawn(about.caseId(), about.documentId(), about.uploadedBy());
        return new Moved(new Withdrawn(about, c.at()), List.of(told));
    }

    /** A wrong one harms whoever reads it: a review is no reason to let it stand. */
    static Decision retract(Document document, RetractTranslation c) {
        if (!(document instanceof Accepted(var about, _, _, _, _)
                && about.form() instanceof Translation translation)) {
            return new Refused(NOT_A_TRANSLATION);
        }
        return c.coordinates() || about.uploadedBy().equals(c.by())
                ? new Moved(
                        new Retracted(about, c.fault(), c.by(), c.at()),
                        List.of(retracted(about, translation, c)))
                : new Refused(NOT_THE_UPLOADER);
    }

    private static TranslationRetracted retracted(
            Particulars about, Translation translation, RetractTranslation c) {
        return new TranslationRetracted(
                about.caseId(),
                about.documentId(),
                translation.source(),
                about.uploadedBy(),
                c.by(),
                c.fault().code());
    }
}
