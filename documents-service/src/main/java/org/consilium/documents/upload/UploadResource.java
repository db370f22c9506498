package org.consilium.documents.upload;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.quarantine.UploadDesk;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Uploads over tus 1.0 (core, creation, termination, expiration). An upload belongs to whoever
 * reserved it; to everybody else it is not there. Its id is the document's id.
 */
@Path("/api/documents/cases/{caseId}/uploads")
@Authenticated
public class UploadResource {

    private final Reservations reservations;
    private final UploadDesk desk;
    private final Writers writers;
    private final UploadConfig config;
    private final Caller caller;
    private final RoutingContext request;

    UploadResource(
            Reservations reservations,
            UploadDesk desk,
            Writers writers,
            UploadConfig config,
            Caller caller,
            RoutingContext request) {
        this.reservations = reservations;
        this.desk = desk;
        this.writers = writers;
        this.config = config;
        this.caller = caller;
        this.request = request;
    }

    /** What is possible here, told before anybody tries. */
    @OPTIONS
    @Guarded("see-limits")
    public Response limits() {
        return Response.noContent()
                .header("Tus-Version", TusProtocol.VERSION)
                .header("Tus-Extension", TusProtocol.EXTENSIONS)
                .header("Tus-Max-Size", config.maxBytes())
                .build();
    }

    /**
     * Reserves room. Without an Idempotency-Key, which tus clients do not send: a room too many
     * tells nobody anything and is given up after a day.
     */
    @POST
    @Guarded("upload")
    @Cancellable(false)
    public Uni<Response> reserve(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("Upload-Length") String length,
            @HeaderParam("Upload-Metadata") String metadata) {
        return reservations
                .reserve(
                        caseId,
                        caller.subject(),
                        Header.count("Upload-Length", length, 1),
                        metadata)
                .map(
                        reserved ->
                                Response.status(201)
                                        .header("Location", location(reserved))
                                        .header("Upload-Expires", httpDate(reserved.expiresAt()))
                                        .build());
    }

    @HEAD
    @Path("/{uploadId}")
    @Guarded("upload")
    public Uni<Response> offset(
            @PathParam("caseId") UUID caseId, @PathParam("uploadId") UUID uploadId) {
        return reservations.find(caseId, uploadId, caller.subject()).map(UploadResource::headers);
    }

    /** Appends the body's bytes as they come; those that came before a broken connection stay. */
    @PATCH
    @Path("/{uploadId}")
    @Guarded("upload")
    @Cancellable(false)
    public Uni<Response> append(
            @PathParam("caseId") UUID caseId,
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") String contentLength,
            @HeaderParam("Upload-Offset") String uploadOffset) {
        var body = new RequestBody(request.request());
        var uploader = caller.subject();
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Header.requireOffsetStream(contentType);
                            long offset = Header.count("Upload-Offset", uploadOffset, 0);
                            long announced =
                                    contentLength == null
                                            ? 0
                                            : Header.count("Content-Length", contentLength, 0);
                            return reservations
                                    .find(caseId, uploadId, uploader)
                                    .call(
                                            upload ->
                                                    writers.one(
                                                            () ->
                                                                    written(
                                                                            uploadId, uploader,
                                                                            offset, announced,
                                                                            body)));
                        })
                .chain(() -> reservations.find(caseId, uploadId, uploader))
                .map(UploadResource::appended)
                .onFailure()
                .invoke(body::discard);
    }

    private Uni<Long> written(
            UUID uploadId, UUID uploader, long offset, long announced, RequestBody body) {
        return desk.open(uploadId, uploader, offset, announced).chain(body::pour);
    }

    @DELETE
    @Path("/{uploadId}")
    @Guarded("upload")
    @Cancellable(false)
    public Uni<Response> discard(
            @PathParam("caseId") UUID caseId, @PathParam("uploadId") UUID uploadId) {
        return reservations
                .discard(caseId, uploadId, caller.subject())
                .replaceWith(Response.noContent()::build);
    }

    private static String location(Uploading reserved) {
        var about = reserved.about();
        return "/api/documents/cases/" + about.caseId() + "/uploads/" + about.documentId();
    }

    private static Response appended(Document document) {
        var response = Response.noContent().header("Upload-Offset", offsetOf(document));
        if (document instanceof Uploading uploading) {
            response.header("Upload-Expires", httpDate(uploading.expiresAt()));
        }
        return response.build();
    }

    private static Response headers(Document document) {
        return Response.fromResponse(appended(document))
                .status(200)
                .header("Upload-Length", document.about().bytes())
                .header("Upload-Metadata", UploadMetadata.written(document.about()))
                .build();
    }

    private static long offsetOf(Document document) {
        return switch (document) {
            case Uploading uploading -> uploading.offset();
            case Document.Received _, Document.Accepted _, Document.Rejected _ ->
                    document.about().bytes();
            case Discarded _ ->
                    throw new Problem(
                            410, "upload-was-discarded", "This upload was given up or expired.");
        };
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
