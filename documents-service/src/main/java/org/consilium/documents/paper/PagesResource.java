package org.consilium.documents.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The photographs that are one document: which is which page, and which are still to come. */
@Path("/api/documents/{documentId}/pages")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PagesResource {

    private final PaperDesk desk;
    private final PaperPages pages;
    private final Documents documents;
    private final Idempotency idempotency;
    private final Caller caller;

    PagesResource(
            PaperDesk desk,
            PaperPages pages,
            Documents documents,
            Idempotency idempotency,
            Caller caller) {
        this.desk = desk;
        this.pages = pages;
        this.documents = documents;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * A document's pages.
     *
     * @param count how many there are to be
     * @param photographs by page; several at one until the newest is accepted or found unfit
     * @param wanted pages of which no fit photograph is here or on its way
     */
    public record PagesView(int count, List<PhotographView> photographs, List<Integer> wanted) {

        static PagesView of(int count, Pages pages) {
            return new PagesView(
                    count,
                    pages.all().stream().map(PhotographView::of).toList(),
                    IntStream.rangeClosed(1, count)
                            .filter(number -> pages.isWanted(number))
                            .boxed()
                            .toList());
        }
    }

    /**
     * One photograph; its own receipt and file stand under its id.
     *
     * @param reason why it was rejected; left out when it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhotographView(
            UUID id, int page, String state, long bytes, String sha256, String reason) {

        static PhotographView of(PaperPage page) {
            return new PhotographView(
                    page.documentId(),
                    page.number(),
                    page.state(),
                    page.bytes(),
                    page.sha256(),
                    page.reason());
        }
    }

    /** The ids of all photographs that are there and fit, in the order they shall have. */
    record PageOrder(@NotEmpty @Size(max = Paper.MOST_PAGES) List<@NotNull UUID> photographs) {}

    @GET
    @Guarded("see-pages")
    public Uni<PagesView> see(@PathParam("documentId") UUID documentId) {
        return documents
                .find(documentId)
                .map(
                        document -> {
                            if (document.about().form() instanceof Paper(var count)) {
                                return count;
                            }
                            throw Problem.notFound();
                        })
                .chain(count -> pages.of(documentId).map(found -> PagesView.of(count, found)));
    }

    /** Until a reviewer reads. Pages that were expected and are not named are so no more. */
    @PUT
    @Guarded("arrange-pages")
    @Cancellable(false)
    public Uni<Response> arrange(
            @PathParam("documentId") UUID documentId, @NotNull @Valid PageOrder body) {
        var by = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.order(documentId, body.photographs(), by, work)
                                .map(Refusals::accepted)
                                .replaceWith(Answer.noContent()));
    }
}
