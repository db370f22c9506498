package org.consilium.documents.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.Documents;
import org.consilium.documents.links.LinkGate;
import org.consilium.documents.links.LinkLimits;
import org.consilium.documents.links.UploadLink;
import org.consilium.documents.quarantine.Chunk;
import org.consilium.documents.quarantine.ChunkChecksum;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Uploads by whoever holds a link, in the name of whoever made it. In place of a token of the
 * identity provider stands the header {@code Upload-Link}; without one that is in force there is
 * nothing here.
 */
@Path("/api/documents/link")
public class LinkUploadResource {

    private static final String LINK = "Upload-Link";

    private final LinkGate gate;
    private final Reservations reservations;
    private final Uploads uploads;
    private final Documents documents;
    private final UploadConfig config;
    private final RoutingContext request;

    LinkUploadResource(
            LinkGate gate,
            Reservations reservations,
            Uploads uploads,
            Documents documents,
            UploadConfig config,
            RoutingContext request) {
        this.gate = gate;
        this.reservations = reservations;
        this.uploads = uploads;
        this.documents = documents;
        this.config = config;
        this.request = request;
    }

    /** What became of an upload: no name, no word of what else the case has. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkReceipt(
            UUID id, String state, String kind, long bytes, String sha256, String reason) {

        static LinkReceipt of(Document document) {
            var about = document.about();
            return new LinkReceipt(
                    about.documentId(),
                    document.state(),
                    about.kind(),
                    about.bytes(),
                    switch (document) {
                        case Received d -> d.sha256();
                        case Accepted d -> d.sha256();
                        case Rejected d -> d.sha256();
                        case Gathering _, Uploading _, Withdrawn _, Retracted _, Discarded _ ->
                                null;
                    },
                    document instanceof Rejected rejected ? rejected.reason().code() : null);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Uni<LinkLimits> limits(@HeaderParam(LINK) String token) {
        return gate.open(token).map(link -> LinkLimits.of(link, config.maxBytes()));
    }

    /** The link's own uploads, in the order they were begun. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/uploads")
    @PermitAll
    public Uni<List<LinkReceipt>> receipts(@HeaderParam(LINK) String token) {
        return gate.open(token)
                .chain(gate::uploads)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(documents::find)
                .map(LinkReceipt::of)
                .collect()
                .asList();
    }

    @POST
    @Path("/uploads")
    @PermitAll
    @Cancellable(false)
    public Uni<Response> reserve(
            @HeaderParam(LINK) String token,
            @HeaderParam("Upload-Length") String length,
            @HeaderParam("Upload-Metadata") String metadata) {
        long bytes = Header.count("Upload-Length", length, 1);
        return gate.open(token)
                .chain(link -> reservations.reserve(link, bytes, metadata))
                .map(reserved -> UploadAnswer.reserved(reserved, "/api/documents/link/uploads/"));
    }

    @HEAD
    @Path("/uploads/{uploadId}")
    @PermitAll
    public Uni<Response> offset(
            @HeaderParam(LINK) String token, @PathParam("uploadId") UUID uploadId) {
        return gate.open(token, uploadId)
                .chain(link -> uploads.find(named(link, uploadId)))
                .map(UploadAnswer::whereabouts);
    }

    @PATCH
    @Path("/uploads/{uploadId}")
    @PermitAll
    @Cancellable(false)
    public Uni<Response> append(
            @HeaderParam(LINK) String token,
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
        return gate.open(token, uploadId)
                .chain(link -> uploads.append(named(link, uploadId), chunk, body))
                .map(UploadAnswer::appended);
    }

    @DELETE
    @Path("/uploads/{uploadId}")
    @PermitAll
    @Cancellable(false)
    public Uni<Response> discard(
            @HeaderParam(LINK) String token, @PathParam("uploadId") UUID uploadId) {
        return gate.open(token, uploadId)
                .chain(link -> uploads.discard(named(link, uploadId)))
                .replaceWith(() -> Response.noContent().build());
    }

    private static Uploads.Named named(UploadLink link, UUID uploadId) {
        return new Uploads.Named(link.caseId(), uploadId, link.madeBy());
    }
}
