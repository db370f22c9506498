package org.consilium.documents.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.consilium.documents.copies.ReadingCopies;
import org.consilium.documents.copies.ReadingCopies.ReadingCopy;
import org.consilium.documents.copies.ReadingCopies.State;
import org.consilium.documents.document.Documents;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.words.Code;
import org.jboss.resteasy.reactive.RestMulti;

/** What was made of a document for reading, and pictures of its pages. */
@Path("/api/documents/{documentId}")
@Authenticated
public class CopyResource {

    private static final String DICOM = "application/dicom";

    private final Readings readings;
    private final ReadingCopies copies;
    private final Documents documents;
    private final Sights sights;
    private final Caller caller;
    private final RoutingContext request;

    CopyResource(
            Readings readings,
            ReadingCopies copies,
            Documents documents,
            Sights sights,
            Caller caller,
            RoutingContext request) {
        this.readings = readings;
        this.copies = copies;
        this.documents = documents;
        this.sights = sights;
        this.caller = caller;
        this.request = request;
    }

    /**
     * The copy that reviewers read in place of the file.
     *
     * @param state {@code not-needed}, {@code wanted}, {@code made} or {@code failed}
     * @param sha256 of the copy's bytes; null unless made
     * @param bytes how many; null unless made
     * @param pages of how many pages there are pictures
     * @param note what the pictures are worth: {@code no-picture} where there is none and the file
     *     itself has to be downloaded; {@code orientation-only} of DICOM, which is shown in 256
     *     greys as its first window says and never enough to diagnose by, and in which writing that
     *     names somebody may stand; null where a picture shows what the page does
     * @param reason of a copy that failed: {@code cannot-be-read} or {@code too-heavy}; null
     *     otherwise, and where nobody knows
     */
    public record CopyView(
            String state, String sha256, Long bytes, int pages, String note, String reason) {

        static CopyView of(ReadingCopy copy) {
            var state = Code.of(copy.state());
            return copy.state() == State.MADE
                    ? new CopyView(
                            state,
                            copy.whole().sha256(),
                            copy.whole().bytes(),
                            copy.pictures(),
                            noteOn(copy),
                            null)
                    : new CopyView(state, null, null, 0, null, copy.reason());
        }

        private static String noteOn(ReadingCopy copy) {
            if (copy.pictures() == 0) {
                return "no-picture";
            }
            return copy.whole().contentType().equals(DICOM) ? "orientation-only" : null;
        }
    }

    @GET
    @Path("/copy")
    @Produces(MediaType.APPLICATION_JSON)
    @Guarded("see-copy")
    public Uni<CopyView> copy(@PathParam("documentId") UUID documentId) {
        var person = caller.subject();
        var roles = caller.roles();
        return documents
                .find(documentId)
                .call(
                        document ->
                                sights.of(document, person, roles)
                                        .invoke(
                                                sight -> {
                                                    if (!sight.shows(document)) {
                                                        throw Problem.notFound();
                                                    }
                                                }))
                .chain(() -> copies.of(documentId))
                .map(CopyView::of);
    }

    /** The first page is 1. */
    @GET
    @Path("/pages/{page}")
    @Guarded("read-content")
    public RestMulti<byte[]> page(
            @PathParam("documentId") UUID documentId, @PathParam("page") int page) {
        Download.announceLengthOnly(request);
        var person = caller.subject();
        return RestMulti.fromUniResponse(
                readings.findPage(documentId, page, person, caller.roles())
                        .chain(
                                picture -> {
                                    var all = new ByteRange(0, picture.bytes() - 1, false);
                                    return readings.open(picture, all, person)
                                            .map(bytes -> new Download(picture, all, bytes));
                                }),
                Download::chunks,
                Download::headers,
                Download::status);
    }
}
