package org.consilium.kit.events;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The event log for other services and for the operator. Ids, codes and dates only, like the events
 * themselves.
 */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class EventsResource {

    private static final int PAGE = 500;

    /** The database and its driver know later years, and not the same ones. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final EventLog log;
    private final Republication republication;
    private final Caller caller;

    EventsResource(EventLog log, Republication republication, Caller caller) {
        this.log = log;
        this.republication = republication;
        this.caller = caller;
    }

    @GET
    @Path("/cases/{caseId}/events")
    @RolesAllowed({"service", "operator"})
    @Operation(summary = "The case's events from a sequence number on, at most 500")
    public Uni<List<Envelope>> range(
            @PathParam("caseId") UUID caseId, @QueryParam("from") @DefaultValue("1") long from) {
        return log.range(caseId, from, PAGE);
    }

    @GET
    @Path("/cases/{caseId}/chain")
    @RolesAllowed("operator")
    @Operation(summary = "Whether the case's hash chain holds, and if not, from where it is broken")
    public Uni<Map<String, Object>> chain(@PathParam("caseId") UUID caseId) {
        return log.firstBrokenLink(caseId)
                .map(
                        seq ->
                                seq.<Map<String, Object>>map(
                                                broken ->
                                                        Map.of("holds", false, "brokenAt", broken))
                                        .orElse(Map.of("holds", true)));
    }

    @POST
    @Path("/events/republication")
    @RolesAllowed("operator")
    @Cancellable(false)
    @Operation(summary = "Queue every event since a time again, after Kafka lost its data")
    public Uni<Map<String, Integer>> republish(
            @QueryParam("since") @DefaultValue("1970-01-01T00:00:00Z") Instant since) {
        if (since.isBefore(Instant.EPOCH) || since.isAfter(LATEST)) {
            throw Problem.malformed("since", "plausible", "a time from 1970 to 9999");
        }
        return republication
                .since(since, caller.actor())
                .map(queued -> Map.of("queued", Math.toIntExact(queued)));
    }
}
