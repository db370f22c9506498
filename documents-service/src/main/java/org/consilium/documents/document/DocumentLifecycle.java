package org.consilium.documents.document;

import static org.consilium.documents.document.Refusal.CASE_HAS_ENDED;
import static org.consilium.documents.document.Refusal.MORE_THAN_ANNOUNCED;
import static org.consilium.documents.document.Refusal.NOT_ALL_BYTES_HERE;
import static org.consilium.documents.document.Refusal.NOT_THE_NEXT_BYTE;
import static org.consilium.documents.document.Refusal.NOT_UNDER_EXAMINATION;
import static org.consilium.documents.document.Refusal.TOO_LARGE;
import static org.consilium.documents.document.Refusal.TOO_MANY_UNFINISHED;
import static org.consilium.documents.document.Refusal.UPLOAD_IS_COMPLETE;
import static org.consilium.documents.document.Refusal.UPLOAD_WAS_DISCARDED;

import java.util.List;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.DocumentsEvent.TranslationAdded;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.DocumentCommand.AcceptDocument;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentCommand.DateDocument;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentCommand.KeepBytes;
import org.consilium.documents.document.DocumentCommand.LeaveOutPage;
import org.consilium.documents.document.DocumentCommand.LoseSource;
import org.consilium.documents.document.DocumentCommand.NotePages;
import org.consilium.documents.document.DocumentCommand.OrderPages;
import org.consilium.documents.document.DocumentCommand.PlacePage;
import org.consilium.documents.document.DocumentCommand.RejectDocument;
import org.consilium.documents.document.DocumentCommand.RetractTranslation;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.document.Reservation.CarryOver;
import org.consilium.documents.paper.Form.Translation;

/** Every rule of a document's way to the shelf. */
public final class DocumentLifecycle {

    private DocumentLifecycle() {}

    public static Decision reserve(Reservation wish) {
        if (wish.caseEnded()) {
            return refused(CASE_HAS_ENDED);
        }
        if (wish.about().bytes() > wish.maxBytes()) {
            return refused(TOO_LARGE);
        }
        return wish.unfinished() >= Reservation.MAX_UNFINISHED
                ? refused(TOO_MANY_UNFINISHED)
                : moved(
                        wish.about().isPaper()
                                ? new Gathering(wish.about())
                                : new Uploading(wish.about(), 0, wish.expiresAt()));
    }

    /** It was examined where it comes from, and is the same to the byte. */
    public static Decision carry(CarryOver wish) {
        if (wish.caseEnded()) {
            return refused(CASE_HAS_ENDED);
        }
        if (wish.about().bytes() > wish.maxBytes() && !wish.about().isPaper()) {
            return refused(TOO_LARGE);
        }
        var about = wish.about();
        var source = wish.source();
        var to = new Accepted(about, source.sha256(), wish.at(), source.contentType(), wish.at());
        return about.isPage()
                ? moved(to)
                : moved(
                        to,
                        received(about, source.sha256()),
                        accepted(about, source.contentType()));
    }

    public static Decision decide(Document document, DocumentCommand command) {
        return switch (command) {
            case KeepBytes c -> keep(document, c);
            case CompleteUpload c -> complete(document, c);
            case DiscardUpload c -> discard(document, c);
            case AcceptDocument c -> accept(document, c);
            case RejectDocument c -> reject(document, c);
            case DateDocument c -> UploaderRules.date(document, c);
            case WithdrawDocument c -> UploaderRules.withdraw(document, c);
            case LoseSource c -> TranslationRules.loseSource(document, c);
            case RetractTranslation c -> TranslationRules.retract(document, c);
            case PlacePage c -> PaperRules.place(document, c);
            case OrderPages c -> PaperRules.order(document, c);
            case LeaveOutPage c -> PaperRules.leaveOut(document, c);
            case NotePages c -> PaperRules.note(document, c);
        };
    }

    private static Decision keep(Document document, KeepBytes c) {
        return switch (document) {
            case Uploading(var about, var offset, _) when offset == about.bytes() ->
                    refused(UPLOAD_IS_COMPLETE);
            case Uploading(_, var offset, _) when offset != c.offset() ->
                    refused(NOT_THE_NEXT_BYTE);
            case Uploading(var about, var offset, _) when c.count() > about.bytes() - offset ->
                    refused(MORE_THAN_ANNOUNCED);
            case Uploading(var about, var offset, var expiresAt) ->
                    moved(new Uploading(about, offset + c.count(), expiresAt));
            case Gathering _, Received _, Accepted _, Rejected _, Withdrawn _, Retracted _ ->
                    refused(UPLOAD_IS_COMPLETE);
            case Discarded _ -> refused(UPLOAD_WAS_DISCARDED);
        };
    }

    private static Decision complete(Document document, CompleteUpload c) {
        return switch (document) {
            case Uploading(var about, var offset, _) when offset < about.bytes() ->
                    refused(NOT_ALL_BYTES_HERE);
            case Uploading(var about, _, _) ->
                    moved(
                            new Received(about, c.sha256(), c.at()),
                            unlessPage(about, received(about, c.sha256())));
            case Gathering _, Received _, Accepted _, Rejected _, Withdrawn _, Retracted _ ->
                    refused(UPLOAD_IS_COMPLETE);
            case Discarded _ -> refused(UPLOAD_WAS_DISCARDED);
        };
    }

    private static Decision discard(Document document, DiscardUpload c) {
        return switch (document) {
            case Uploading(var about, var offset, _) when offset == about.bytes() ->
                    refused(UPLOAD_IS_COMPLETE);
            case Uploading(var about, _, _) -> moved(new Discarded(about, c.at()));
            case Gathering(var about) -> moved(new Discarded(about, c.at()));
            case Received _, Accepted _, Rejected _, Withdrawn _, Retracted _ ->
                    refused(UPLOAD_IS_COMPLETE);
            case Discarded _ -> refused(UPLOAD_WAS_DISCARDED);
        };
    }

    private static Decision accept(Document document, AcceptDocument c) {
        return switch (document) {
            case Received(var about, var sha256, var receivedAt) ->
                    moved(
                            new Accepted(about, sha256, receivedAt, c.contentType(), c.at()),
                            unlessPage(about, accepted(about, c.contentType())));
            case Gathering _,
                    Uploading _,
                    Accepted _,
                    Rejected _,
                    Discarded _,
                    Withdrawn _,
                    Retracted _ ->
                    refused(NOT_UNDER_EXAMINATION);
        };
    }

    private static Decision reject(Document document, RejectDocument c) {
        return switch (document) {
            case Received(var about, var sha256, var receivedAt) ->
                    moved(
                            new Rejected(about, sha256, receivedAt, c.reason(), c.at()),
                            unlessPage(about, rejected(about, c.reason())));
            case Gathering _,
                    Uploading _,
                    Accepted _,
                    Rejected _,
                    Discarded _,
                    Withdrawn _,
                    Retracted _ ->
                    refused(NOT_UNDER_EXAMINATION);
        };
    }

    /** What becomes of a page is told by its paper. */
    private static DocumentsEvent[] unlessPage(Particulars about, DocumentsEvent event) {
        return about.isPage() ? new DocumentsEvent[0] : new DocumentsEvent[] {event};
    }

    static DocumentReceived received(Particulars about, String sha256) {
        return new DocumentReceived(
                about.caseId(),
                about.documentId(),
                about.kind(),
                about.bytes(),
                sha256,
                about.uploadedBy());
    }

    /** A translation is no record by itself: what it is worth its source says. */
    static DocumentsEvent accepted(Particulars about, String contentType) {
        return about.form() instanceof Translation translation
                ? new TranslationAdded(
                        about.caseId(),
                        about.documentId(),
                        translation.source(),
                        translation.sha256(),
                        translation.from(),
                        about.language(),
                        about.uploadedBy(),
                        translation.manner().code())
                : record(about, contentType);
    }

    private static DocumentAccepted record(Particulars about, String contentType) {
        return new DocumentAccepted(
                about.caseId(),
                about.documentId(),
                about.kind(),
                contentType.split(";")[0],
                about.clinicalDate(),
                about.firstOpinion());
    }

    private static DocumentRejected rejected(Particulars about, RejectionReason reason) {
        return new DocumentRejected(
                about.caseId(), about.documentId(), about.uploadedBy(), reason.code(), null);
    }

    private static Decision moved(Document to, DocumentsEvent... because) {
        return new Decision.Moved(to, List.of(because));
    }

    private static Decision refused(Refusal reason) {
        return new Decision.Refused(reason);
    }
}
