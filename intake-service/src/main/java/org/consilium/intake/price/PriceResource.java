package org.consilium.intake.price;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.intake.cases.CaseCommand.AgreeToPrice;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A price on request: quoted by a coordinator in triage, agreed to by the patient's side. */
@Path("/api/cases/{caseId}/price")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class PriceResource {

    private final CaseDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    PriceResource(CaseDesk desk, Idempotency idempotency, Caller caller, Ids ids) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    /** {@code amountMinor} in the currency's smallest unit: 40 pounds are 4000 GBP. */
    record Amount(
            @NotNull @Min(0) @Max(PriceEntry.MOST) Long amountMinor,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {
        Money toMoney() {
            return new Money(amountMinor, currency);
        }
    }

    @POST
    @Path("/quotes")
    @Guarded("quote-price")
    @Cancellable(false)
    @Operation(summary = "Quote a price on request; a later quote replaces one not agreed to")
    public Uni<Response> quote(@PathParam("caseId") UUID caseId, @NotNull @Valid Amount body) {
        var quoteId = ids.next();
        var coordinator = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.handle(
                                        caseId,
                                        new QuotePrice(
                                                quoteId, coordinator, body.toMoney(), work.now()),
                                        work)
                                .map(now -> Answer.ok(PriceView.of(now))));
    }

    @POST
    @Path("/agreement")
    @Guarded("agree-to-price")
    @Cancellable(false)
    @Operation(summary = "Agree to the quoted price, naming it as it was shown")
    public Uni<Response> agree(@PathParam("caseId") UUID caseId, @NotNull @Valid Amount body) {
        var agreedBy = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.handle(
                                        caseId,
                                        new AgreeToPrice(agreedBy, body.toMoney(), work.now()),
                                        work)
                                .map(now -> Answer.ok(PriceView.of(now))));
    }
}
