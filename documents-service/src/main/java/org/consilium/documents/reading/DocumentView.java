package org.consilium.documents.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.carryover.CarriedRecords.CarriedFrom;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.paper.Form;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.paper.Form.Translation;
import org.consilium.documents.translations.Standings.Standing;

/**
 * A document's receipt: what came, when, and what became of it. Fields that a state does not have
 * are left out.
 *
 * @param fileName only for those who may read the document
 * @param bytesHere how far the upload is
 * @param sha256 of the bytes as stored, lower-case hex
 * @param reason why it was rejected, or what is wrong with a translation that was taken back
 * @param pages how many photographs it consists of, or will; left out for a single file
 * @param translation what it translates; left out for whatever is no translation
 * @param carriedFrom the record of the case before this one that it is; for whoever may know of
 *     that case
 * @param pageOf the document whose page this is; left out for whatever stands for itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
        UUID id,
        UUID caseId,
        String state,
        String kind,
        LocalDate clinicalDate,
        String language,
        boolean firstOpinion,
        String fileName,
        UUID uploadedBy,
        long bytes,
        Long bytesHere,
        String sha256,
        String contentType,
        String reason,
        Integer pages,
        UUID pageOf,
        TranslationView translation,
        CarriedFrom carriedFrom,
        Instant reservedAt,
        Instant receivedAt,
        Instant acceptedAt,
        Instant rejectedAt) {

    /**
     * What a translation is of.
     *
     * @param standing {@code current}, {@code replaced} by a newer one, {@code superseded} or
     *     {@code withdrawn} as its source is, or {@code retracted} as wrong
     */
    public record TranslationView(
            UUID source,
            String sourceSha256,
            String from,
            String to,
            String manner,
            String standing) {

        static TranslationView of(Document document, Map<UUID, Standing> standings) {
            var about = document.about();
            return about.form() instanceof Translation translation
                    ? new TranslationView(
                            translation.source(),
                            translation.sha256(),
                            translation.from(),
                            about.language(),
                            translation.manner().code(),
                            standings.get(about.documentId()).code())
                    : null;
        }
    }

    static DocumentView of(
            Document document,
            Sight sight,
            Map<UUID, Standing> standings,
            Map<UUID, CarriedFrom> carried) {
        var about = document.about();
        var so = Progress.of(document);
        return new DocumentView(
                about.documentId(),
                about.caseId(),
                document.state(),
                about.kind(),
                about.clinicalDate(),
                about.language(),
                about.firstOpinion(),
                sight.showsNames() ? about.fileName() : null,
                about.uploadedBy(),
                about.bytes(),
                so.bytesHere,
                so.sha256,
                so.contentType,
                so.reason,
                about.form() instanceof Paper(var count) ? count : null,
                about.form() instanceof Form.Page(var paper) ? paper : null,
                TranslationView.of(document, standings),
                sight.knowsOfOtherCases() ? carried.get(about.documentId()) : null,
                about.reservedAt(),
                so.receivedAt,
                so.acceptedAt,
                so.rejectedAt);
    }

    /** What only some states have; each is null in all others. */
    private static final class Progress {

        private Long bytesHere;
        private String sha256;
        private String contentType;
        private String reason;
        private Instant receivedAt;
        private Instant acceptedAt;
        private Instant rejectedAt;

        static Progress of(Document document) {
            var so = new Progress();
            switch (document) {
                case Uploading(_, var offset, _) -> so.bytesHere = offset;
                case Received(_, var sha256, var at) -> so.received(sha256, at);
                case Accepted(_, var sha256, var at, var type, var acceptedAt) -> {
                    so.received(sha256, at);
                    so.contentType = type;
                    so.acceptedAt = acceptedAt;
                }
                case Rejected(_, var sha256, var at, var why, var rejectedAt) -> {
                    so.received(sha256, at);
                    so.reason = why.code();
                    so.rejectedAt = rejectedAt;
                }
                case Retracted(_, var fault, _, _) -> so.reason = fault.code();
                case Gathering _, Discarded _, Withdrawn _ -> {}
            }
            return so;
        }

        private void received(String hash, Instant at) {
            sha256 = hash;
            receivedAt = at;
        }
    }
}
