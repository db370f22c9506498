package org.consilium.notification.inbox;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.consilium.kit.access.CaseIds;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class NotificationResource {

    private final Entries entries;
    private final Idempotency idempotency;
    private final Caller caller;
    private final JsonWebToken token;

    NotificationResource(
            Entries entries, Idempotency idempotency, Caller caller, JsonWebToken token) {
        this.entries = entries;
        this.idempotency = idempotency;
        this.caller = caller;
        this.token = token;
    }

    record Unread(long unread) {}

    @GET
    @Guarded("read-own-notifications")
    @Operation(summary = "What the caller was told, newest first, in the caller's language")
    public Uni<Page<EntryView>> list(
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        String accountLanguage = token.getClaim("locale");
        return entries.of(caller.subject(), Page.before(after), size)
                .map(page -> page.map(entry -> EntryView.of(entry, accountLanguage)));
    }

    @GET
    @Path("/unread-count")
    @Guarded("read-own-notifications")
    @Operation(summary = "How many of them the caller has not marked as read")
    public Uni<Unread> unreadCount() {
        return entries.unread(caller.subject()).map(Unread::new);
    }

    @POST
    @Path("/{id}/read")
    @Guarded("mark-as-read")
    @Cancellable(false)
    @Operation(summary = "Mark one of the caller's own as read; a second time changes nothing")
    public Uni<Response> read(@PathParam("id") String id) {
        var notification = CaseIds.read(id);
        var reader = caller.subject();
        return idempotency.once(
                null,
                work ->
                        entries.markRead(notification, reader, work)
                                .replaceWith(Answer.noContent()));
    }
}
