package org.consilium.documents.reading;

import java.util.List;
import org.consilium.documents.copies.Derived;
import org.consilium.documents.copies.ReadingCopies;
import org.consilium.documents.copies.ReadingCopies.ReadingCopy;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;

/** What somebody is told who sees a document in the list and may not open it yet, or never. */
final class NotReadable {

    private NotReadable() {}

    static Problem because(ReadingCopies.State state) {
        return state == ReadingCopies.State.FAILED
                ? new Problem(
                        409,
                        "preview-failed",
                        "No copy could be made of this file: ask for it to be printed or scanned anew.")
                : new Problem(
                        409,
                        "copy-being-made",
                        "The copy for reading is being made; try again in a minute.");
    }

    static Derived page(ReadingCopy copy, int page) {
        if (copy.state() == ReadingCopies.State.WANTED
                || copy.state() == ReadingCopies.State.FAILED) {
            throw because(copy.state());
        }
        return copy.objects().stream()
                .filter(object -> page > 0 && object.page() == page)
                .findFirst()
                .orElseThrow(NotReadable::noPicture);
    }

    private static Problem noPicture() {
        return new Problem(
                404,
                "no-picture",
                "There is no picture of this page; the file itself can be downloaded.");
    }

    static Problem because(Document document) {
        return switch (document) {
            case Gathering _ ->
                    new Problem(
                            409,
                            "pages-to-come",
                            "Not all pages of the document are here and accepted yet.");
            case Uploading _ ->
                    new Problem(
                            409, "not-all-bytes-here", "Bytes are still missing; go on sending.");
            case Received _ ->
                    new Problem(
                            409,
                            "still-being-examined",
                            "The file is here and is being examined; try again in a minute.");
            case Rejected(_, _, _, var reason, _) ->
                    new Problem(
                            409,
                            "rejected",
                            "The file was examined and is no record; its bytes are gone.",
                            List.of(new FieldProblem("document", reason.code(), reason.words())));
            case Accepted _, Discarded _, Withdrawn _, Retracted _ -> Problem.notFound();
        };
    }
}
