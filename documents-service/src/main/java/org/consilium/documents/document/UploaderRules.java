package org.consilium.documents.document;

import static org.consilium.documents.document.Refusal.DATE_IS_KNOWN;
import static org.consilium.documents.document.Refusal.IN_REVIEW;
import static org.consilium.documents.document.Refusal.NOT_A_RECORD;
import static org.consilium.documents.document.Refusal.NOT_THE_UPLOADER;

import java.util.List;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
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
import org.consilium.documents.document.DocumentCommand.DateDocument;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.paper.Form.Translation;

/** What whoever sent a document may still do with it. */
final class UploaderRules {

    private UploaderRules() {}

    static Decision date(Document document, DateDocument c) {
        var about = document.about();
        if (!about.uploadedBy().equals(c.by())) {
            return new Refused(NOT_THE_UPLOADER);
        }
        if (about.isPage()) {
            return new Refused(NOT_A_RECORD);
        }
        var dated = about.dated(c.clinicalDate());
        return switch (document) {
            case Received _, Accepted _ when about.clinicalDate() != null ->
                    new Refused(DATE_IS_KNOWN);
            case Received(_, var sha256, var at) -> dated(new Received(dated, sha256, at));
            case Accepted(_, var sha256, var at, var type, var acceptedAt) ->
                    dated(new Accepted(dated, sha256, at, type, acceptedAt));
            case Gathering _, Uploading _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_RECORD);
        };
    }

    private static Decision dated(Document to) {
        var about = to.about();
        return new Moved(
                to,
                List.of(
                        new DocumentDated(
                                about.caseId(), about.documentId(), about.clinicalDate())));
    }

    static Decision withdraw(Document document, WithdrawDocument c) {
        var about = document.about();
        if (!about.uploadedBy().equals(c.by())) {
            return new Refused(NOT_THE_UPLOADER);
        }
        if (about.form() instanceof Translation) {
            return new Refused(NOT_A_RECORD);
        }
        return switch (document) {
            case Received _, Accepted _ when c.inReview() -> new Refused(IN_REVIEW);
            case Received _, Accepted _ when about.isPage() ->
                    new Moved(new Withdrawn(about, c.at()), List.of());
            case Gathering _ -> new Moved(new Discarded(about, c.at()), List.of());
            case Received _, Accepted _ ->
                    new Moved(
                            new Withdrawn(about, c.at()),
                            List.of(
                                    new DocumentWithdrawn(
                                            about.caseId(),
                                            about.documentId(),
                                            about.uploadedBy())));
            case Uploading _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_RECORD);
        };
    }
}
