package org.consilium.intake.outcome;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.outcome.Outcome.Answers;
import org.consilium.intake.outcome.OutcomeRules.Report;
import org.consilium.intake.words.Languages;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How it went, said by the patient or for them. */
@Path("/api/cases/{caseId}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class OutcomeResource {

    private final OutcomeDesk desk;
    private final Outcomes outcomes;
    private final Cases cases;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    OutcomeResource(
            OutcomeDesk desk,
            Outcomes outcomes,
            Cases cases,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Guarded("read-outcome")
    @Operation(
            summary = "What is asked of how it went, in words, and what one has answered oneself")
    public Uni<OutcomeView> read(@PathParam("caseId") UUID caseId, @Context HttpHeaders headers) {
        var reader = caller.subject();
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(seen -> view(seen, reader, language(seen, reader, headers)));
    }

    private Uni<OutcomeView> view(Case seen, UUID reader, String language) {
        return outcomes.of(seen.id())
                .map(all -> OutcomeView.of(all, seen, reader, language, clock.instant()));
    }

    private static String language(Case seen, UUID reader, HttpHeaders headers) {
        return Languages.of(headers, Texts.LANGUAGES, seen.languageOf(reader), seen.language());
    }

    /** Answered without a body: what was said stands in one place only. */
    @POST
    @Path("/{day}")
    @Guarded("report-outcome")
    @Cancellable(false)
    @Operation(summary = "Say how it went, once for each day on which it is asked: 21 and 90")
    public Uni<Response> report(
            @PathParam("caseId") UUID caseId,
            @PathParam("day") int day,
            @NotNull @Valid Answers body) {
        var by = caller.subject();
        var round = OutcomeRound.of(day).orElseThrow(Problem::notFound);
        return idempotency.once(
                body,
                work ->
                        desk.report(caseId, round, new Report(by, body, work.now()), work)
                                .replaceWith(Answer.noContent()));
    }
}
