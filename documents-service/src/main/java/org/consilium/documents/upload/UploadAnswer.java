package org.consilium.documents.upload;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.paper.Form.Page;
import org.consilium.kit.web.Problem;

/** An upload as tus headers tell it. */
public final class UploadAnswer {

    private UploadAnswer() {}

    /** At its own case's uploads. */
    public static Response reserved(Uploading reserved) {
        return reserved(
                reserved, "/api/documents/cases/" + reserved.about().caseId() + "/uploads/");
    }

    static Response reserved(Uploading reserved, String uploads) {
        var location = uploads + reserved.about().documentId();
        var answer =
                Response.status(201)
                        .header("Location", location)
                        .header("Upload-Expires", httpDate(reserved.expiresAt()));
        if (reserved.about().form() instanceof Page(var paper)) {
            answer.header("Upload-Paper", paper);
        }
        return answer.build();
    }

    static Response appended(Document document) {
        var response = Response.noContent().header("Upload-Offset", offset(document));
        if (document instanceof Uploading uploading) {
            response.header("Upload-Expires", httpDate(uploading.expiresAt()));
        }
        return response.build();
    }

    static Response whereabouts(Document document) {
        return Response.fromResponse(appended(document))
                .status(200)
                .header("Upload-Length", document.about().bytes())
                .header("Upload-Metadata", UploadMetadata.written(document.about()))
                .build();
    }

    private static long offset(Document document) {
        return switch (document) {
            case Uploading uploading -> uploading.offset();
            case Received _, Accepted _, Rejected _, Withdrawn _, Retracted _ ->
                    document.about().bytes();
            case Gathering _ -> throw Problem.notFound();
            case Discarded _ ->
                    throw new Problem(
                            410, "upload-was-discarded", "This upload was given up or expired.");
        };
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
