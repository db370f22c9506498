package org.consilium.review.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.Transactions;
import org.consilium.review.Viewers;
import org.consilium.review.share.NewShares.NewShare;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Links to the letter that the patient's side hands to a doctor, or to the family. */
@Path("/api/reviews/{caseId}/letter-shares")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ShareResource {

    private final NewShares newShares;
    private final ShareDesk desk;
    private final Transactions transactions;
    private final Viewers viewers;
    private final Caller caller;

    ShareResource(
            NewShares newShares,
            ShareDesk desk,
            Transactions transactions,
            Viewers viewers,
            Caller caller) {
        this.newShares = newShares;
        this.desk = desk;
        this.transactions = transactions;
        this.viewers = viewers;
        this.caller = caller;
    }

    /** {@code hours} until it is over, thirty days at most. */
    record Wish(@NotNull @Min(1) @Max(30 * 24) Integer hours) {}

    /**
     * A link as those see it who may revoke it.
     *
     * @param token only in the answer to whom it was made for; it goes behind the {@code #} of an
     *     address and nowhere else
     * @param passcode the same, and by another way than the token
     * @param locked as many wrong passcodes were tried as may be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShareView(
            UUID id,
            String token,
            String passcode,
            UUID madeBy,
            Instant madeAt,
            Instant expiresAt,
            int opened,
            Instant openedAt,
            boolean locked,
            Instant revokedAt) {

        static ShareView of(LetterShareRow share) {
            return of(share, null, null);
        }

        static ShareView of(LetterShareRow share, String token, String passcode) {
            return new ShareView(
                    share.id,
                    token,
                    passcode,
                    share.madeBy,
                    share.madeAt,
                    share.expiresAt,
                    share.opened,
                    share.openedAt,
                    share.isLocked(),
                    share.revokedAt);
        }
    }

    /** The answer alone tells token and passcode. */
    @POST
    @Guarded("share-letter")
    @Cancellable(false)
    public Uni<Response> make(@PathParam("caseId") UUID caseId, @NotNull @Valid Wish body) {
        return viewers.of(caseId)
                .chain(maker -> newShares.make(caseId, maker, Duration.ofHours(body.hours())))
                .map(ShareResource::created);
    }

    /** In the order they were made, those that are over too. */
    @GET
    @Guarded("see-letter-shares")
    public Uni<Page<ShareView>> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var from = Page.after(after);
        return transactions
                .inTransaction(caller.actor(), work -> desk.page(caseId, from, size + 1, work))
                .map(found -> Page.of(found, size, (LetterShareRow share) -> share.id))
                .map(page -> page.map(ShareView::of));
    }

    @DELETE
    @Path("/{shareId}")
    @Guarded("revoke-letter-share")
    @Cancellable(false)
    public Uni<Response> revoke(
            @PathParam("caseId") UUID caseId, @PathParam("shareId") UUID shareId) {
        return transactions
                .inTransaction(caller.actor(), work -> desk.revoke(caseId, shareId, work))
                .replaceWith(() -> Response.noContent().build());
    }

    private static Response created(NewShare made) {
        var share = made.share();
        var path = "/api/reviews/" + share.caseId + "/letter-shares/" + share.id;
        return Response.status(201)
                .header("Location", path)
                .header("Cache-Control", "no-store")
                .entity(ShareView.of(share, made.token(), made.passcode()))
                .build();
    }
}
