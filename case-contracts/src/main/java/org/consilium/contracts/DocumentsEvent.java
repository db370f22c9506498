package org.consilium.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What documents knows: each record's way from upload to shelf, whether the shelf is full enough,
 * and who was asked for what is missing.
 */
public sealed interface DocumentsEvent extends CaseEvent {

    /**
     * All bytes are here and counted, not yet examined. {@code kind} is a LOINC code; {@code
     * sha256} lower-case hex.
     */
    @WireName("documents.document-received.v1")
    record DocumentReceived(
            UUID caseId, UUID documentId, String kind, long bytes, String sha256, UUID uploadedBy)
            implements DocumentsEvent {}

    /** Of an allowed type by content, and clean: people with a right to it may read it now. */
    @WireName("documents.document-accepted.v1")
    record DocumentAccepted(
            UUID caseId,
            UUID documentId,
            String kind,
            String contentType,
            @Nullable LocalDate clinicalDate,
            @Nullable Boolean firstOpinion)
            implements DocumentsEvent {}

    /**
     * {@code reason} is one of documents-service's rejection codes, such as {@code infected} or
     * {@code type-not-allowed}; with {@code page}, only that photograph of the document is meant.
     */
    @WireName("documents.document-rejected.v1")
    record DocumentRejected(
            UUID caseId, UUID documentId, UUID uploadedBy, String reason, @Nullable Integer page)
            implements DocumentsEvent {}

    /**
     * An accepted document of several photographs has other pages, or another order, than before;
     * {@code sha256} is over the hashes of its pages.
     */
    @WireName("documents.document-rearranged.v1")
    record DocumentRearranged(UUID caseId, UUID documentId, int pages, String sha256)
            implements DocumentsEvent {}

    /** Its uploader said when the record was made, which nobody had known. */
    @WireName("documents.document-dated.v1")
    record DocumentDated(UUID caseId, UUID documentId, LocalDate clinicalDate)
            implements DocumentsEvent {}

    /**
     * Its pages were counted, while a copy for reading was made; what has none, such as a text, is
     * never counted.
     */
    @WireName("documents.document-paged.v1")
    record DocumentPaged(UUID caseId, UUID documentId, int pages) implements DocumentsEvent {}

    /**
     * No copy for reading could be made of an accepted document: reviewers cannot open it, and how
     * many pages it has nobody knows. {@code reason} is {@code cannot-be-read} or {@code
     * too-heavy}.
     */
    @WireName("documents.copy-failed.v1")
    record CopyFailed(UUID caseId, UUID documentId, UUID uploadedBy, String reason)
            implements DocumentsEvent {}

    /** Its uploader took it back before anybody reviewed it; nobody can read it any more. */
    @WireName("documents.document-withdrawn.v1")
    record DocumentWithdrawn(UUID caseId, UUID documentId, UUID uploadedBy)
            implements DocumentsEvent {}

    /**
     * The shelf against the checklist; published when the answer differs from the last one. Item
     * codes are the programme's.
     */
    @WireName("documents.records-assessed.v1")
    record RecordsAssessed(
            UUID caseId,
            boolean complete,
            Set<String> missingEssential,
            Set<String> missingDesirable)
            implements DocumentsEvent {}

    /**
     * A record holder was asked for items of the checklist: {@code organisation} is its entry in
     * review's directory, {@code holder} a code for what it is; at least one of the two is there.
     */
    @WireName("documents.record-requested.v1")
    record RecordRequested(
            UUID caseId,
            UUID requestId,
            Set<String> items,
            @Nullable UUID organisation,
            @Nullable String holder,
            Instant answerDue)
            implements DocumentsEvent {}

    /** Documents fill all that a record holder was asked for. */
    @WireName("documents.record-arrived.v1")
    record RecordArrived(UUID caseId, UUID requestId, Set<String> items)
            implements DocumentsEvent {}

    /**
     * A coordinator asked somebody to translate one document; {@code from} and {@code to} are BCP
     * 47, and after {@code until} the translator sees nothing of the case.
     */
    @WireName("documents.translator-engaged.v1")
    record TranslatorEngaged(
            UUID caseId,
            UUID engagementId,
            UUID documentId,
            UUID translator,
            String from,
            String to,
            Instant until)
            implements DocumentsEvent {}

    /** Before its time: by a coordinator, with the document or with the case. */
    @WireName("documents.translator-disengaged.v1")
    record TranslatorDisengaged(UUID caseId, UUID engagementId, UUID documentId, UUID translator)
            implements DocumentsEvent {}

    /**
     * An accepted translation of another document: of that one of its versions whose bytes have
     * {@code sourceSha256}. {@code manner} is {@code human} or {@code machine-assisted}.
     */
    @WireName("documents.translation-added.v1")
    record TranslationAdded(
            UUID caseId,
            UUID documentId,
            UUID source,
            String sourceSha256,
            String from,
            String to,
            UUID translator,
            String manner)
            implements DocumentsEvent {}

    /**
     * A translation was found to be wrong and taken back, by its translator or by a coordinator;
     * nobody can read it any more. {@code source} is what it was of.
     */
    @WireName("documents.translation-retracted.v1")
    record TranslationRetracted(
            UUID caseId,
            UUID documentId,
            UUID source,
            UUID translator,
            UUID retractedBy,
            String fault)
            implements DocumentsEvent {}
}
