package org.consilium.documents.carryover;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What was sent for the case before this one, without sending it again. */
@Path("/api/documents/cases/{caseId}/carried-over")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class CarryOverResource {

    private static final String EXAMPLE =
            """
            {"from": "019e0f4c-7a00-7d21-8c35-4b1a90e2f7d3",
             "documents": ["019e0f4d-1c00-7b02-9f11-2a7b5c8d9e10"]}""";

    private final CarryPreparation preparation;
    private final CarryDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;

    CarryOverResource(
            CarryPreparation preparation, CarryDesk desk, Idempotency idempotency, Caller caller) {
        this.preparation = preparation;
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * What is to be carried over.
     *
     * @param from the case that led to this one
     * @param documents accepted records of it; left out for all of them
     */
    record CarryOverBody(
            @NotNull UUID from, @Size(min = 1, max = 200) Set<@NotNull UUID> documents) {}

    /** A record of the earlier case, and the document that it is in this one. */
    record CarriedView(UUID from, UUID document) {}

    /** All that was asked for, whether by this request or before. */
    record CarriedOverView(List<CarriedView> carried) {

        static CarriedOverView of(Map<UUID, UUID> inNewCase) {
            return new CarriedOverView(
                    inNewCase.entrySet().stream()
                            .map(entry -> new CarriedView(entry.getKey(), entry.getValue()))
                            .sorted((a, b) -> a.document().compareTo(b.document()))
                            .toList());
        }
    }

    /** Repeatable: a record is carried over once. */
    @POST
    @Guarded("carry-over")
    @Cancellable(false)
    @Operation(
            summary = "Carry accepted records over from the case that led to this one",
            description =
                    "Each becomes a document of this case with an id of its own and the same bytes, kind and date. Translations stay behind.")
    @APIResponse(
            responseCode = "200",
            description = "What this case has of the wish now",
            content = @Content(schema = @Schema(implementation = CarriedOverView.class)))
    @APIResponse(
            responseCode = "403",
            description = "not-in-the-consent: the patient did not allow it, here or there")
    @APIResponse(responseCode = "404", description = "not-found: either case is none of yours")
    @APIResponse(
            responseCode = "409",
            description = "not-the-earlier-case, not-a-record or case-has-ended")
    @APIResponse(responseCode = "503", description = "store-away")
    public Uni<Response> carry(
            @PathParam("caseId") UUID caseId,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CarryOverBody.class),
                                            examples =
                                                    @ExampleObject(name = "one", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    CarryOverBody body) {
        var wish = new Wish(caseId, body.from(), body.documents(), caller.subject());
        return preparation.of(wish).chain(carrying -> carried(wish, carrying, body));
    }

    private Uni<Response> carried(Wish wish, Carrying carrying, CarryOverBody body) {
        return idempotency.once(
                body,
                work -> desk.record(wish, carrying, work).map(CarriedOverView::of).map(Answer::ok));
    }
}
