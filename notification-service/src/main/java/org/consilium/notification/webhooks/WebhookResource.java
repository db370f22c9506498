package org.consilium.notification.webhooks;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;
import org.consilium.kit.access.CaseIds;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where other systems are told of events; operators decide it. */
@Path("/api/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class WebhookResource {

    /** What this service hears: everything but its own. */
    private static final Set<String> TOLD =
            EventTypes.all().stream()
                    .map(EventTypes::nameOf)
                    .filter(name -> !name.startsWith(Source.NOTIFICATION.code() + "."))
                    .collect(Collectors.toUnmodifiableSet());

    private final WebhookDesk desk;
    private final WebhookSecrets secrets;
    private final Target target;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Caller caller;

    WebhookResource(
            WebhookDesk desk,
            WebhookSecrets secrets,
            Target target,
            Idempotency idempotency,
            Transactions transactions,
            Caller caller) {
        this.desk = desk;
        this.secrets = secrets;
        this.target = target;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** An endpoint, and which events it is told of, such as {@code intake.case-ready.v1}. */
    record NewWebhook(
            @NotBlank @Size(max = 2000) String url, @NotEmpty Set<@NotNull String> eventTypes) {}

    @GET
    @Guarded("read-webhooks")
    @Operation(summary = "All endpoints, oldest first")
    public Uni<List<WebhookView>> list() {
        return transactions.inTransaction(
                caller.actor(),
                work ->
                        work.session()
                                .createQuery("from WebhookRow order by id", WebhookRow.class)
                                .getResultList()
                                .map(rows -> rows.stream().map(WebhookView::of).toList()));
    }

    @POST
    @Guarded("manage-webhooks")
    @Cancellable(false)
    @Operation(summary = "Add an endpoint; the answer has its secret, and no other answer does")
    public Uni<Response> add(@NotNull @Valid NewWebhook body) {
        target.check(body.url());
        var types = String.join(",", known(body.eventTypes()));
        return idempotency
                .once(
                        body,
                        work ->
                                desk.add(body.url(), types, work)
                                        .map(
                                                row ->
                                                        Answer.created(
                                                                "/api/webhooks/" + row.id,
                                                                WebhookView.of(row))))
                .map(this::withSecret);
    }

    @POST
    @Path("/{id}/rotation")
    @Guarded("manage-webhooks")
    @Cancellable(false)
    @Operation(summary = "Make another secret; the one before signs along for a day")
    public Uni<Response> rotate(@PathParam("id") String id) {
        return change(id, desk::rotate).map(this::withSecret);
    }

    @POST
    @Path("/{id}/disabling")
    @Guarded("manage-webhooks")
    @Cancellable(false)
    @Operation(summary = "Tell it of nothing more; what is queued waits")
    public Uni<Response> disable(@PathParam("id") String id) {
        return change(id, desk::disable);
    }

    @POST
    @Path("/{id}/enabling")
    @Guarded("manage-webhooks")
    @Cancellable(false)
    @Operation(summary = "Tell it of what happens from now on, and of what was queued")
    public Uni<Response> enable(@PathParam("id") String id) {
        return change(id, desk::enable);
    }

    private Uni<Response> change(String id, BiFunction<UUID, UnitOfWork, Uni<WebhookRow>> change) {
        var webhook = CaseIds.read(id);
        return idempotency.once(
                null, work -> change.apply(webhook, work).map(WebhookView::of).map(Answer::ok));
    }

    /** Put in after the answer was stored: what is kept for a repeated request does not have it. */
    private Response withSecret(Response stored) {
        var answer = new JsonObject((String) stored.getEntity());
        var id = UUID.fromString(answer.getString("id"));
        answer.put("secret", secrets.of(id, answer.getInteger("generation")));
        return Response.fromResponse(stored).entity(answer.encode()).build();
    }

    private static Set<String> known(Set<String> types) {
        if (!TOLD.containsAll(types)) {
            throw Problem.malformed("eventTypes", "event-type", "names an event that is not heard");
        }
        return new TreeSet<>(types);
    }
}
