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
import java.util.UUID;
import org.consilium.documents.quarantine.Chunk;
import org.consilium.documents.quarantine.ChunkChecksum;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Uploads over tus 1.0 (core, creation, termination, expiration, checksum). An upload belongs to
 * whoever reserved it; to everybody else it is not there. Its id is the document's id.
 */
@Path("/api/documents/cases/{caseId}/uploads")
@Authenticated
public class UploadResource {

    private final Reservations reservations;
    private final Uploads uploads;
    private final UploadConfig config;
    private final Caller caller;
    private final RoutingContext request;

    UploadResource(
            Reservations reservations,
            Uploads uploads,
            UploadConfig config,
            Caller caller,
            RoutingContext request) {
        this.reservations = reservations;
        this.uploads = uploads;
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
                .header("Tus-Checksum-Algorithm", ChunkChecksum.ALGORITHMS)
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
        long bytes = Header.count("Upload-Length", length, 1);
        return reservations
                .reserve(caseId, caller.subject(), bytes, metadata)
                .map(UploadAnswer::reserved);
    }

    @HEAD
    @Path("/{uploadId}")
    @Guarded("send-bytes")
    public Uni<Response> offset(
            @PathParam("caseId") UUID caseId, @PathParam("uploadId") UUID uploadId) {
        return uploads.find(named(caseId, uploadId)).map(UploadAnswer::whereabouts);
    }

    /**
     * Appends the body's bytes as they come; those that came before a broken connection stay. With
     * a checksum all of them stay or none.
     */
    @PATCH
    @Path("/{uploadId}")
    @Guarded("send-bytes")
    @Cancellable(false)
    public Uni<Response> append(
            @PathParam("caseId") UUID caseId,
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") String contentLength,
            @HeaderParam("Upload-Offset") String uploadOffset,
            @HeaderParam("Upload-Checksum") String uploadChecksum) {
        Header.requireOffsetStream(contentType);
        var chunk =
                new Chunk(
                        Header.count("Upload-Offset", uploadOffset, 0),
                        Header.announced(contentLength),
                        ChunkChecksum.read(uploadChecksum));
        var body = new RequestBody(request.request(), Pace.of(config));
        return uploads.append(named(caseId, uploadId), chunk, body).map(UploadAnswer::appended);
    }

    @DELETE
    @Path("/{uploadId}")
    @Guarded("send-bytes")
    @Cancellable(false)
    public Uni<Response> discard(
            @PathParam("caseId") UUID caseId, @PathParam("uploadId") UUID uploadId) {
        return uploads.discard(named(caseId, uploadId))
                .replaceWith(() -> Response.noContent().build());
    }

    private Uploads.Named named(UUID caseId, UUID uploadId) {
        return new Uploads.Named(caseId, uploadId, caller.subject());
    }
}
