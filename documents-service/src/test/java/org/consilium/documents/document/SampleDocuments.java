package org.consilium.documents.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.DocumentCommand.AcceptDocument;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentCommand.KeepBytes;
import org.consilium.documents.document.DocumentCommand.LoseSource;
import org.consilium.documents.document.DocumentCommand.NotePages;
import org.consilium.documents.document.DocumentCommand.OrderPages;
import org.consilium.documents.document.DocumentCommand.PlacePage;
import org.consilium.documents.document.DocumentCommand.RejectDocument;
import org.consilium.documents.document.DocumentCommand.RetractTranslation;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.paper.Form;
import org.consilium.documents.paper.Pages;
import org.consilium.documents.paper.PaperPage;

/** A blood test of 1,000 bytes in each state, and one of each command. */
final class SampleDocuments {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final String SHA256 = "ab".repeat(32);
    static final long BYTES = 1_000;

    static final UUID UPLOADER = new UUID(5, 6);

    private SampleDocuments() {}

    static Particulars aBloodTest() {
        return new Particulars(
                new UUID(1, 2),
                new UUID(3, 4),
                "11502-2",
                LocalDate.of(2026, 11, 1),
                "en",
                false,
                "blood.pdf",
                UPLOADER,
                BYTES,
                NOW,
                new Form.File());
    }

    /** The same in English; its source came in Urdu. */
    private static Particulars aTranslation() {
        var about = aBloodTest();
        return new Particulars(
                about.documentId(),
                about.caseId(),
                about.kind(),
                about.clinicalDate(),
                about.language(),
                about.firstOpinion(),
                about.fileName(),
                about.uploadedBy(),
                about.bytes(),
                about.reservedAt(),
                new Form.Translation(new UUID(7, 7), SHA256, "ur", Form.Manner.HUMAN));
    }

    static Uploading uploadingTranslation(long offset) {
        return new Uploading(aTranslation(), offset, NOW.plus(Duration.ofDays(1)));
    }

    static Received receivedTranslation() {
        return new Received(aTranslation(), SHA256, NOW);
    }

    static Accepted acceptedTranslation() {
        return new Accepted(aTranslation(), SHA256, NOW, "text/plain", NOW);
    }

    /** A letter of so many pages. */
    static Particulars aLetter(int pages) {
        return aBloodTest().withPages(pages, 0);
    }

    static Gathering gathering() {
        return new Gathering(aLetter(2));
    }

    /** A photograph at its place, of 500 bytes. */
    static PaperPage photograph(int id, int number, String state) {
        var reason = state.equals("rejected") ? "broken" : null;
        return new PaperPage(new UUID(9, id), number, state, 500, SHA256, reason);
    }

    /** Both are there and fit. */
    static Pages bothPages() {
        return new Pages(List.of(photograph(1, 1, "accepted"), photograph(2, 2, "accepted")));
    }

    static Uploading uploaded(long offset) {
        return new Uploading(aBloodTest(), offset, NOW.plus(Duration.ofDays(1)));
    }

    static Received received() {
        return new Received(aBloodTest(), SHA256, NOW);
    }

    static Accepted accepted() {
        return new Accepted(aBloodTest(), SHA256, NOW, "application/pdf", NOW);
    }

    static Rejected rejected() {
        return new Rejected(aBloodTest(), SHA256, NOW, RejectionReason.INFECTED, NOW);
    }

    static Discarded discarded() {
        return new Discarded(aBloodTest(), NOW);
    }

    static Withdrawn withdrawn() {
        return new Withdrawn(aBloodTest(), NOW);
    }

    /** As it comes when the uploader did not say when it was made. */
    static Received undated() {
        return new Received(aBloodTest().dated(null), SHA256, NOW);
    }

    static List<Document> oneOfEachState() {
        return List.of(
                gathering(),
                uploaded(400),
                uploaded(BYTES),
                received(),
                accepted(),
                rejected(),
                discarded(),
                withdrawn());
    }

    static List<Document> oneOfEachTranslation() {
        return List.of(
                uploadingTranslation(400),
                uploadingTranslation(BYTES),
                receivedTranslation(),
                acceptedTranslation());
    }

    static List<DocumentCommand> whatTakesTranslationsAway() {
        return List.of(
                new LoseSource(NOW),
                new RetractTranslation(UPLOADER, false, Form.Fault.INCOMPLETE, NOW));
    }

    static List<DocumentCommand> oneOfEachCommand() {
        return List.of(
                new KeepBytes(400, 600),
                new CompleteUpload(SHA256, NOW),
                new DiscardUpload(NOW),
                new AcceptDocument("application/pdf", NOW),
                new RejectDocument(RejectionReason.INFECTED, NOW),
                new WithdrawDocument(UPLOADER, false, NOW),
                new PlacePage(2, UPLOADER, false),
                new OrderPages(
                        List.of(new UUID(9, 2), new UUID(9, 1)), bothPages(), UPLOADER, false),
                new NotePages(bothPages(), 2, new UUID(9, 2), NOW));
    }
}
