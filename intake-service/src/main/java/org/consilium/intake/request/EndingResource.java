package org.consilium.intake.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.words.Languages;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * How a case ends at somebody's word: withdrawn before the opinion, closed after it or where nobody
 * is left who could withdraw.
 */
@Path("/api/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class EndingResource {

    private final CaseDesk desk;
    private final Cases cases;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    EndingResource(
            CaseDesk desk, Cases cases, Idempotency idempotency, Caller caller, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@code reason} is a code of the programme. */
    record Ending(@NotBlank @Size(max = 60) String reason) {}

    record Ended(UUID caseId, String state) {
        static Ended of(Case now) {
            return new Ended(now.id(), now.state().code());
        }
    }

    @GET
    @Path("/ending")
    @Guarded("read-ending")
    @Operation(summary = "Why the case ended, what to do instead and where to turn, in words")
    public Uni<EndingView> read(@PathParam("caseId") UUID caseId, @Context HttpHeaders headers) {
        var reader = caller.subject();
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(seen -> EndingView.of(seen, language(seen, reader, headers), today(seen)));
    }

    private static String language(Case seen, UUID reader, HttpHeaders headers) {
        return Languages.of(headers, Texts.LANGUAGES, seen.languageOf(reader), seen.language());
    }

    private LocalDate today(Case seen) {
        return LocalDate.ofInstant(clock.instant(), seen.zone());
    }

    @POST
    @Path("/withdrawal")
    @Guarded("withdraw-case")
    @Cancellable(false)
    @Operation(summary = "Withdraw, as long as the opinion is not delivered")
    public Uni<Response> withdraw(@PathParam("caseId") UUID caseId, @NotNull @Valid Ending body) {
        var command = new WithdrawCase(caller.subject(), body.reason());
        return idempotency.once(
                body,
                work -> desk.handle(caseId, command, work).map(now -> Answer.ok(Ended.of(now))));
    }

    @POST
    @Path("/closing")
    @Guarded("close-case")
    @Cancellable(false)
    @Operation(
            summary =
                    "Close after the opinion; staff before it, where nobody of the patient's side is left")
    public Uni<Response> close(@PathParam("caseId") UUID caseId, @NotNull @Valid Ending body) {
        return idempotency.once(
                body,
                work ->
                        desk.handle(caseId, new CloseCase(body.reason()), work)
                                .map(now -> Answer.ok(Ended.of(now))));
    }
}
