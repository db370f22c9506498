package org.consilium.documents.links;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.links.NewLinks.NewLink;
import org.consilium.documents.links.NewLinks.Wish;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.Transactions;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Links that the patient's side hands to whoever is at the bedside. */
@Path("/api/documents/cases/{caseId}/upload-links")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class LinkResource {

    private final NewLinks newLinks;
    private final LinkDesk desk;
    private final UploadLinks links;
    private final Transactions transactions;
    private final Caller caller;

    LinkResource(
            NewLinks newLinks,
            LinkDesk desk,
            UploadLinks links,
            Transactions transactions,
            Caller caller) {
        this.newLinks = newLinks;
        this.desk = desk;
        this.links = links;
        this.transactions = transactions;
        this.caller = caller;
    }

    /**
     * What the link shall allow.
     *
     * @param kinds LOINC codes; null or empty for any
     * @param hours until it is over, two weeks at most
     * @param maxBytes of all its files together
     */
    record LinkBody(
            @Size(max = 20) Set<@NotNull @Pattern(regexp = "[0-9]{1,7}-[0-9]") String> kinds,
            @NotNull @Min(1) @Max(14 * 24) Integer hours,
            @NotNull @Min(1) @Max(200) Integer maxFiles,
            @NotNull @Min(1) @Max(4L * 1024 * 1024 * 1024) Long maxBytes) {}

    /**
     * A link as those see it who may revoke it.
     *
     * @param token only in the answer to whom it was made for; it goes behind the {@code #} of an
     *     address, or into the header {@code Upload-Link}, and nowhere else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkView(
            UUID id,
            String token,
            Set<String> kinds,
            int maxFiles,
            long maxBytes,
            int files,
            long bytes,
            UUID madeBy,
            Instant madeAt,
            Instant expiresAt,
            Instant revokedAt) {

        static LinkView of(UploadLink link, String token) {
            return new LinkView(
                    link.id(),
                    token,
                    link.kinds(),
                    link.maxFiles(),
                    link.maxBytes(),
                    link.files(),
                    link.bytes(),
                    link.madeBy(),
                    link.madeAt(),
                    link.expiresAt(),
                    link.revokedAt());
        }
    }

    /** The answer alone tells the token. */
    @POST
    @Guarded("make-upload-link")
    @Cancellable(false)
    public Uni<Response> make(@PathParam("caseId") UUID caseId, @NotNull @Valid LinkBody body) {
        var kinds = body.kinds() == null ? Set.<String>of() : body.kinds();
        var wish =
                new Wish(
                        caseId,
                        caller.subject(),
                        kinds,
                        body.maxFiles(),
                        body.maxBytes(),
                        Duration.ofHours(body.hours()));
        return newLinks.make(wish).map(LinkResource::created);
    }

    /** In the order they were made, those that are over too. */
    @GET
    @Guarded("see-upload-links")
    public Uni<Page<LinkView>> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return links.page(caseId, Page.after(after), size + 1)
                .map(found -> Page.of(found, size, UploadLink::id))
                .map(page -> page.map(link -> LinkView.of(link, null)));
    }

    @DELETE
    @Path("/{linkId}")
    @Guarded("revoke-upload-link")
    @Cancellable(false)
    public Uni<Response> revoke(
            @PathParam("caseId") UUID caseId, @PathParam("linkId") UUID linkId) {
        return transactions
                .inTransaction(caller.actor(), work -> desk.revoke(caseId, linkId, work))
                .replaceWith(() -> Response.noContent().build());
    }

    private static Response created(NewLink made) {
        var link = made.link();
        var path = "/api/documents/cases/" + link.caseId() + "/upload-links/" + link.id();
        return Response.status(201)
                .header("Location", path)
                .header("Cache-Control", "no-store")
                .entity(LinkView.of(link, made.token()))
                .build();
    }
}
