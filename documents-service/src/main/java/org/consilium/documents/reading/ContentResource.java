package org.consilium.documents.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.RestMulti;

/** An accepted document's bytes, or its copy's for a reviewer: whole or one range of them. */
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
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        var wish = new Wish(range, ifRange, ifNoneMatch);
        var person = caller.subject();
        Download.announceLengthOnly(request);
        return RestMulti.fromUniResponse(
                readings.find(documentId, person, caller.roles())
                        .chain(file -> download(file, wish, person)),
                Download::chunks,
                Download::headers,
                Download::status);
    }

    /** The conditions a reader set. */
    private record Wish(String range, String ifRange, String ifNoneMatch) {

        /** A range of another version than the client has is no use to it: it gets the whole. */
        String rangeOf(ForReading file) {
            return ifRange == null || ifRange.equals(Download.etag(file)) ? range : null;
        }
    }

    private Uni<Download> download(ForReading file, Wish wish, UUID person) {
        if (Download.isKnown(wish.ifNoneMatch(), file)) {
            return Uni.createFrom().item(new Download(file, null, null));
        }
        var range =
                ByteRange.read(wish.rangeOf(file), file.bytes()).orElseThrow(() -> outside(file));
        return readings.open(file, range, person).map(bytes -> new Download(file, range, bytes));
    }

    private Problem outside(ForReading file) {
        long bytes = file.bytes();
        request.response().putHeader("Content-Range", "bytes */" + bytes);
        return new Problem(416, "range-outside", "The file ends before the range begins.");
    }
}
