package org.consilium.documents.requests;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.requests.Wanted.Channel;
import org.consilium.documents.requests.Wanted.Holder;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Requests to those who hold what is missing. */
@Path("/api/documents/cases/{caseId}/record-requests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RecordRequestResource {

    private final RecordRequestDesk desk;
    private final RecordRequests requests;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    RecordRequestResource(
            RecordRequestDesk desk,
            RecordRequests requests,
            Idempotency idempotency,
            Caller caller,
            Ids ids) {
        this.desk = desk;
        this.requests = requests;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    /**
     * What somebody asks for, and of whom.
     *
     * @param items codes of the checklist
     * @param organisation the holder's entry in review's directory, or null
     * @param holder a code for what the holder is, or null; one of the two is needed
     */
    record RecordRequestBody(
            @NotEmpty @Size(max = 30)
                    Set<@NotNull @Pattern(regexp = CODE) @Size(max = 64) String> items,
            UUID organisation,
            @Pattern(regexp = CODE) @Size(max = 64) String holder,
            @NotNull Channel channel) {

        private static final String CODE = "[a-z0-9]+(-[a-z0-9]+){0,9}";

        /** Nobody can be asked who is not named. */
        private Holder whoHoldsThem() {
            if (organisation == null && holder == null) {
                throw Problem.malformed(
                        "holder",
                        "organisation-or-holder",
                        "name the organisation or what kind of holder it is");
            }
            return new Holder(organisation, holder);
        }
    }

    @POST
    @Guarded("request-records")
    @Cancellable(false)
    public Uni<Response> draft(
            @PathParam("caseId") UUID caseId, @NotNull @Valid RecordRequestBody body) {
        var by = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.draft(wanted(caseId, by, body, work), work)
                                .map(Refusals::accepted)
                                .map(RecordRequestResource::created));
    }

    /** In the order they were drafted. */
    @GET
    @Guarded("see-record-requests")
    public Uni<Page<RecordRequestView>> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return requests.page(caseId, Page.after(after), size + 1)
                .map(found -> Page.of(found, size, request -> request.about().requestId()))
                .map(page -> page.map(RecordRequestView::of));
    }

    @GET
    @Path("/{requestId}")
    @Guarded("see-record-requests")
    public Uni<RecordRequestView> see(
            @PathParam("caseId") UUID caseId, @PathParam("requestId") UUID requestId) {
        return requests.find(caseId, requestId).map(RecordRequestView::of);
    }

    private Wanted wanted(UUID caseId, UUID by, RecordRequestBody body, UnitOfWork work) {
        return new Wanted(
                ids.next(),
                caseId,
                body.items(),
                body.whoHoldsThem(),
                body.channel(),
                by,
                work.now());
    }

    private static Answer created(RecordRequest request) {
        var view = RecordRequestView.of(request);
        return Answer.created(
                "/api/documents/cases/" + view.caseId() + "/record-requests/" + view.id(), view);
    }
}
