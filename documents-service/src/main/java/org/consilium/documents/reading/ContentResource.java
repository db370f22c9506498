package org.consilium.documents.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.jboss.resteasy.reactive.RestMulti;

/** An accepted document's bytes, whole or one range of them. */
@Path("/api/documents/{documentId}/content")
@Authenticated
public class ContentResource {

    private final Readings readings;
    private final Caller caller;
    private final RoutingContext request;

    ContentResource(Readings readings, Caller caller, RoutingContext request) {
        this.readings = readings;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Guarded("read-content")
    public RestMulti<byte[]> read(
            @PathParam("documentId") UUID documentId,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        var person = caller.subject();
        announceLengthOnly();
        return RestMulti.fromUniResponse(
                readings.find(documentId, person, caller.roles())
                        .chain(document -> download(document, range, ifRange, person)),
                Download::chunks,
                Download::headers,
                Download::status);
    }

    /**
     * The framework streams in chunks and says so, beside the length that we say; an answer with
     * both is one that two readers read differently (RFC 9112, 6.3).
     */
    private void announceLengthOnly() {
        var headers = request.response().headers();
        request.addHeadersEndHandler(
                written -> {
                    if (headers.contains("Content-Length")) {
                        headers.remove("Transfer-Encoding");
                    }
                });
    }

    /** A range of another version than the client has is no use to it: it gets the whole. */
    private Uni<Download> download(Accepted document, String range, String ifRange, UUID person) {
        boolean applies = ifRange == null || ifRange.equals(Download.etag(document));
        return ByteRange.read(applies ? range : null, document.about().bytes())
                .map(
                        wanted ->
                                readings.open(document, wanted, person)
                                        .map(bytes -> new Download(document, wanted, bytes)))
                .orElseGet(() -> Uni.createFrom().item(new Download(document, null, null)));
    }
}
