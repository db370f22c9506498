package org.consilium.documents.document;

import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Decision.Refused;
import org.consilium.kit.web.Problem;

/** What a refusal is in HTTP. */
public final class Refusals {

    private Refusals() {}

    /** The document after the command, or the refusal thrown as a problem. */
    public static Document accepted(Decision decision) {
        return switch (decision) {
            case Moved moved -> moved.to();
            case Refused refused -> throw problem(refused.reason());
        };
    }

    public static Problem problem(Refusal reason) {
        return switch (reason) {
            case CASE_HAS_ENDED ->
                    new Problem(
                            409, "case-has-ended", "The case has ended and takes no more records.");
            case TOO_LARGE ->
                    new Problem(
                            413,
                            "too-large",
                            "The file is larger than the limit that OPTIONS tells.");
            case TOO_MANY_UNFINISHED ->
                    new Problem(
                            409,
                            "too-many-unfinished",
                            "Finish or give up an upload of this case first.");
            case NOT_THE_NEXT_BYTE ->
                    new Problem(
                            409,
                            "not-the-next-byte",
                            "Upload-Offset is not the first missing byte; HEAD tells it.");
            case MORE_THAN_ANNOUNCED ->
                    new Problem(
                            413, "more-than-announced", "More bytes than Upload-Length announced.");
            case NOT_ALL_BYTES_HERE ->
                    new Problem(409, "not-all-bytes-here", "Bytes are still missing.");
            case UPLOAD_IS_COMPLETE ->
                    new Problem(409, "upload-is-complete", "All bytes of this upload are here.");
            case UPLOAD_WAS_DISCARDED ->
                    new Problem(
                            410, "upload-was-discarded", "This upload was given up or expired.");
            case NOT_THE_UPLOADER, DATE_IS_KNOWN, NOT_A_RECORD, NOT_A_TRANSLATION, IN_REVIEW ->
                    amending(reason);
            case NO_SUCH_PAGE, PAGES_DIFFER, LAST_PAGE -> ofPages(reason);
            case NOT_UNDER_EXAMINATION ->
                    new Problem(
                            409, "not-under-examination", "There is no examination to conclude.");
        };
    }

    /** Of what concerns single photographs. */
    private static Problem ofPages(Refusal reason) {
        return switch (reason) {
            case NO_SUCH_PAGE ->
                    new Problem(
                            409,
                            "no-such-page",
                            "The document has fewer pages, or may have no more.");
            case PAGES_DIFFER ->
                    new Problem(
                            409,
                            "pages-differ",
                            "Other pages are there than you name: read them again.");
            case LAST_PAGE ->
                    new Problem(409, "last-page", "This is the only page: take back the document.");
            default -> throw new IllegalArgumentException("nothing about pages: " + reason);
        };
    }

    /** Of what whoever sent it asks for afterwards. */
    private static Problem amending(Refusal reason) {
        return switch (reason) {
            case NOT_THE_UPLOADER ->
                    new Problem(403, "not-the-uploader", "Only whoever sent it may do this.");
            case DATE_IS_KNOWN ->
                    new Problem(409, "date-is-known", "The record has a date already.");
            case NOT_A_RECORD ->
                    new Problem(
                            409, "not-a-record", "This is not, or not yet, one of the records.");
            case NOT_A_TRANSLATION ->
                    new Problem(
                            409,
                            "not-a-translation",
                            "Only an accepted translation is taken back as wrong.");
            case IN_REVIEW ->
                    new Problem(
                            409,
                            "in-review",
                            "A reviewer reads the records; they stay as they are.");
            default -> throw new IllegalArgumentException("no wish of an uploader: " + reason);
        };
    }
}
