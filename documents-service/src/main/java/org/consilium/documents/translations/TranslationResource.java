package org.consilium.documents.translations;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.documents.translations.TranslationUploads.Wish;
import org.consilium.documents.upload.Header;
import org.consilium.documents.upload.UploadAnswer;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the upload of a translation begins (tus 1.0, creation); it goes on as every other. */
@Path("/api/documents/{documentId}/translations/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class TranslationResource {

    private final TranslationUploads uploads;
    private final Caller caller;

    TranslationResource(TranslationUploads uploads, Caller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    /**
     * Room for one; {@code Upload-Metadata} has {@code filename}, {@code language}, {@code manner}
     * and the version that was translated as {@code sourceSha256}. Without an Idempotency-Key, as
     * every tus upload.
     */
    @POST
    @Guarded("add-translation")
    @Cancellable(false)
    public Uni<Response> reserve(
            @PathParam("documentId") UUID documentId,
            @HeaderParam("Upload-Length") String length,
            @HeaderParam("Upload-Metadata") String metadata) {
        long bytes = Header.count("Upload-Length", length, 1);
        var said = TranslationMetadata.read(metadata);
        if (!caller.has("translator")) {
            throw Problem.notFound();
        }
        return uploads.reserve(new Wish(documentId, caller.subject(), bytes, said))
                .map(UploadAnswer::reserved);
    }
}
