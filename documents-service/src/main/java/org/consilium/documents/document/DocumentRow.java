package org.consilium.documents.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.paper.Form;
import org.consilium.documents.paper.Form.Fault;
import org.consilium.documents.paper.Form.Manner;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.paper.Form.Translation;

/** A document's state in one row; a column that a state does not know is null. */
@Entity
@Table(name = "document")
class DocumentRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String state;
    String kind;

    @Column(name = "clinical_date")
    LocalDate clinicalDate;

    String language;

    @Column(name = "first_opinion")
    boolean firstOpinion;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "uploaded_by")
    UUID uploadedBy;

    long bytes;

    @Column(name = "bytes_here")
    long bytesHere;

    Integer pages;
    UUID paper;
    UUID translates;

    @Column(name = "source_sha256")
    String sourceSha256;

    @Column(name = "source_language")
    String sourceLanguage;

    String manner;

    /** What is wrong with a translation that was taken back. */
    String fault;

    @Column(name = "retracted_by")
    UUID retractedBy;

    @Column(name = "reserved_at")
    Instant reservedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    String sha256;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "content_type")
    String contentType;

    @Column(name = "rejection_reason")
    String rejectionReason;

    @Column(name = "settled_at")
    Instant settledAt;

    /** When the examination may try it (again); only of a received document. */
    @Column(name = "examine_at")
    Instant examineAt;

    Document toDocument() {
        return switch (state) {
            case "gathering" -> new Gathering(about());
            case "uploading" -> new Uploading(about(), bytesHere, expiresAt);
            case "received" -> new Received(about(), sha256, receivedAt);
            case "accepted" -> new Accepted(about(), sha256, receivedAt, contentType, settledAt);
            case "rejected" ->
                    new Rejected(
                            about(),
                            sha256,
                            receivedAt,
                            RejectionReason.ofCode(rejectionReason),
                            settledAt);
            case "withdrawn" -> takenBack();
            case "discarded" -> new Discarded(about(), settledAt);
            default -> throw new IllegalStateException("no such state: " + state);
        };
    }

    private Document takenBack() {
        return fault == null
                ? new Withdrawn(about(), settledAt)
                : new Retracted(about(), Fault.ofCode(fault), retractedBy, settledAt);
    }

    void store(Document document) {
        state = document.state();
        storeAbout(document.about());
        switch (document) {
            case Gathering _ -> expiresAt = reservedAt;
            case Uploading(_, var offset, var expiry) -> {
                bytesHere = offset;
                expiresAt = expiry;
            }
            case Received(_, var hash, var at) -> {
                storeReceipt(hash, at);
                examineAt = at;
            }
            case Accepted(_, var hash, var at, var type, var acceptedAt) -> {
                storeReceipt(hash, at);
                contentType = type;
                settledAt = acceptedAt;
                storeWhole();
            }
            case Rejected(_, var hash, var at, var reason, var rejectedAt) -> {
                storeReceipt(hash, at);
                rejectionReason = reason.code();
                settledAt = rejectedAt;
            }
            case Discarded(_, var discardedAt) -> settledAt = discardedAt;
            case Withdrawn(_, var withdrawnAt) -> settledAt = withdrawnAt;
            case Retracted(_, var what, var by, var at) -> {
                fault = what.code();
                retractedBy = by;
                settledAt = at;
            }
        }
    }

    /** One that was carried over came at once. */
    private void storeWhole() {
        if (expiresAt == null) {
            expiresAt = reservedAt;
            bytesHere = bytes;
        }
    }

    private void storeReceipt(String hash, Instant at) {
        sha256 = hash;
        receivedAt = at;
    }

    private void storeAbout(Particulars about) {
        id = about.documentId();
        caseId = about.caseId();
        kind = about.kind();
        clinicalDate = about.clinicalDate();
        language = about.language();
        firstOpinion = about.firstOpinion();
        fileName = about.fileName();
        uploadedBy = about.uploadedBy();
        bytes = about.bytes();
        reservedAt = about.reservedAt();
        pages = about.form() instanceof Paper(var count) ? count : null;
        paper = about.form() instanceof Page(var of) ? of : null;
        if (about.form() instanceof Translation translation) {
            translates = translation.source();
            sourceSha256 = translation.sha256();
            sourceLanguage = translation.from();
            manner = translation.manner().code();
        }
    }

    private Form form() {
        if (pages != null) {
            return new Paper(pages);
        }
        if (translates != null) {
            return new Translation(translates, sourceSha256, sourceLanguage, Manner.ofCode(manner));
        }
        return paper == null ? new Form.File() : new Page(paper);
    }

    private Particulars about() {
        return new Particulars(
                id,
                caseId,
                kind,
                clinicalDate,
                language,
                firstOpinion,
                fileName,
                uploadedBy,
                bytes,
                reservedAt,
                form());
    }
}
