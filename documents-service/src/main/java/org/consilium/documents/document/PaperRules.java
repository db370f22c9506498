package org.consilium.documents.document;

import static org.consilium.documents.document.Refusal.IN_REVIEW;
import static org.consilium.documents.document.Refusal.LAST_PAGE;
import static org.consilium.documents.document.Refusal.NOT_A_RECORD;
import static org.consilium.documents.document.Refusal.NOT_THE_UPLOADER;
import static org.consilium.documents.document.Refusal.NO_SUCH_PAGE;
import static org.consilium.documents.document.Refusal.PAGES_DIFFER;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.DocumentRearranged;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
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
import org.consilium.documents.document.DocumentCommand.LeaveOutPage;
import org.consilium.documents.document.DocumentCommand.NotePages;
import org.consilium.documents.document.DocumentCommand.OrderPages;
import org.consilium.documents.document.DocumentCommand.PlacePage;
import org.consilium.documents.paper.Form.Paper;

/** What holds for a paper and its pages beyond what holds for any document. */
final class PaperRules {

    /** What its copy is, for whoever reads it. */
    private static final String AS_ONE = "application/pdf";

    private PaperRules() {}

    /** Room for one more photograph: at a place that there is, or behind the last. */
    static Decision place(Document document, PlacePage c) {
        var about = document.about();
        if (!about.isPaper()) {
            return new Refused(NOT_A_RECORD);
        }
        if (!about.uploadedBy().equals(c.by())) {
            return new Refused(NOT_THE_UPLOADER);
        }
        return switch (document) {
            case Gathering _ when c.number() <= pages(about) -> moved(document);
            case Gathering _
                    when c.number() == pages(about) + 1 && c.number() <= Paper.MOST_PAGES ->
                    moved(new Gathering(about.withPages(c.number(), 0)));
            case Accepted _ when c.inReview() -> new Refused(IN_REVIEW);
            case Accepted _ when c.number() <= pages(about) -> moved(document);
            case Gathering _, Accepted _ -> new Refused(NO_SUCH_PAGE);
            case Uploading _, Received _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_RECORD);
        };
    }

    /** All that is there, in an order; what was still expected beyond is not any more. */
    static Decision order(Document document, OrderPages c) {
        var about = document.about();
        if (!about.isPaper()) {
            return new Refused(NOT_A_RECORD);
        }
        if (!about.uploadedBy().equals(c.by())) {
            return new Refused(NOT_THE_UPLOADER);
        }
        var named = new HashSet<>(c.order());
        boolean differ = named.size() != c.order().size() || !named.equals(c.pages().ids());
        return switch (document) {
            case Gathering _ when differ -> new Refused(PAGES_DIFFER);
            case Gathering _ -> moved(new Gathering(about.withPages(named.size(), 0)));
            case Accepted _ when c.inReview() -> new Refused(IN_REVIEW);
            case Accepted _ when differ || named.size() != pages(about) ->
                    new Refused(PAGES_DIFFER);
            case Accepted _ -> moved(document);
            case Uploading _, Received _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_RECORD);
        };
    }

    /** A photograph that does not belong; the places behind it move up. */
    static Decision leaveOut(Document page, LeaveOutPage c) {
        var about = page.about();
        if (!about.isPage()) {
            return new Refused(NOT_A_RECORD);
        }
        if (!about.uploadedBy().equals(c.by())) {
            return new Refused(NOT_THE_UPLOADER);
        }
        return switch (page) {
            case Received _, Accepted _ when c.inReview() -> new Refused(IN_REVIEW);
            case Received _, Accepted _ when c.isLast() -> new Refused(LAST_PAGE);
            case Received _, Accepted _ -> moved(new Withdrawn(about, c.at()));
            case Gathering _, Uploading _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_RECORD);
        };
    }

    /** The paper after something happened to its pages. */
    static Decision note(Document document, NotePages c) {
        if (!document.about().isPaper()) {
            return new Refused(NOT_A_RECORD);
        }
        var told = new ArrayList<DocumentsEvent>();
        c.pages()
                .find(c.turned())
                .filter(page -> page.reason() != null)
                .ifPresent(
                        page -> told.add(rejected(document.about(), page.reason(), page.number())));
        return switch (document) {
            case Gathering(var about) when c.pages().areWhole(c.count()) -> whole(about, c, told);
            case Gathering(var about) ->
                    new Moved(new Gathering(about.withPages(c.count(), 0)), told);
            case Accepted paper -> rearranged(paper, c, told);
            case Uploading _, Received _, Rejected _, Discarded _, Withdrawn _, Retracted _ ->
                    new Refused(NOT_A_RECORD);
        };
    }

    private static Decision whole(Particulars gathered, NotePages c, List<DocumentsEvent> told) {
        int pages = c.count();
        var about = gathered.withPages(pages, c.pages().bytes(pages));
        var sha256 = c.pages().sha256(pages);
        told.add(DocumentLifecycle.received(about, sha256));
        told.add(DocumentLifecycle.accepted(about, AS_ONE));
        return new Moved(new Accepted(about, sha256, c.at(), AS_ONE, c.at()), told);
    }

    private static Decision rearranged(Accepted paper, NotePages c, List<DocumentsEvent> told) {
        int pages = c.count();
        var sha256 = c.pages().sha256(pages);
        if (sha256.equals(paper.sha256())) {
            return new Moved(paper, told);
        }
        var about = paper.about().withPages(pages, c.pages().bytes(pages));
        told.add(new DocumentRearranged(about.caseId(), about.documentId(), pages, sha256));
        return new Moved(
                new Accepted(
                        about, sha256, paper.receivedAt(), paper.contentType(), paper.acceptedAt()),
                told);
    }

    private static DocumentRejected rejected(Particulars paper, String reason, int page) {
        return new DocumentRejected(
                paper.caseId(), paper.documentId(), paper.uploadedBy(), reason, page);
    }

    private static int pages(Particulars about) {
        return ((Paper) about.form()).pages();
    }

    private static Decision moved(Document to) {
        return new Moved(to, List.of());
    }
}
