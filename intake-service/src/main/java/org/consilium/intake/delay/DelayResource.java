package org.consilium.intake.delay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.MoveTreatmentDate;
import org.consilium.intake.dates.Plausible;
import org.consilium.intake.delay.DelayRules.Judgement;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.desk.DraftRevision;
import org.consilium.intake.programme.Programme.Expedited;
import org.consilium.intake.words.Languages;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The delay guard: what it says, and the date it goes by. */
@Path("/api/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class DelayResource {

    private final CaseDesk desk;
    private final Cases cases;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    DelayResource(CaseDesk desk, Cases cases, Idempotency idempotency, Caller caller, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@code treatmentDate}: null when none is planned any more. */
    record NewDate(@Plausible LocalDate treatmentDate) {}

    /**
     * What the guard says; the date alone when no opinion is to come any more.
     *
     * @param expedited the faster service and its price, when this service has one
     * @param advice what to do, in words; null when there is time enough
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DelayView(
            String delay,
            LocalDate treatmentDate,
            LocalDate opinionExpectedBy,
            LocalDate expeditedExpectedBy,
            Expedited expedited,
            String advice) {}

    @GET
    @Path("/delay")
    @Guarded("read-delay")
    @Operation(
            summary =
                    "Whether the opinion comes before the treatment; before submission, if submitted now")
    public Uni<DelayView> read(
            @PathParam("caseId") UUID caseId,
            @QueryParam("expedited") @DefaultValue("false") boolean expedited,
            @Context HttpHeaders headers) {
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(seen -> view(seen, expedited, headers));
    }

    @PUT
    @Path("/treatment-date")
    @Guarded("move-treatment-date")
    @Cancellable(false)
    @Operation(
            summary =
                    "Move the treatment's date after submission; If-Match carries the case's ETag")
    public Uni<Response> move(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpHeaders headers,
            @NotNull @Valid NewDate body) {
        var command =
                new MoveTreatmentDate(
                        caller.subject(),
                        body.treatmentDate(),
                        DraftRevision.read(ifMatch),
                        clock.instant());
        return idempotency.once(
                body, work -> desk.handle(caseId, command, work).map(now -> moved(now, headers)));
    }

    private Answer moved(Case now, HttpHeaders headers) {
        return Answer.ok(view(now, false, headers)).withEtag(DraftRevision.of(now));
    }

    private DelayView view(Case seen, boolean expedited, HttpHeaders headers) {
        var judgement = TreatmentDateRules.judgement(seen, expedited, clock.instant());
        return judgement == null
                ? new DelayView(null, seen.content().treatmentDate(), null, null, null, null)
                : new DelayView(
                        judgement.delay().code(),
                        seen.content().treatmentDate(),
                        judgement.expectedBy(),
                        judgement.sooner(),
                        seen.programme().service(seen.service()).orElseThrow().expedited(),
                        advice(seen, judgement, headers));
    }

    private static String advice(Case seen, Judgement judgement, HttpHeaders headers) {
        var words = seen.programme().delay();
        var language = Languages.of(headers, seen.programme().languages(), seen.language());
        return switch (judgement.delay()) {
            case IN_TIME -> null;
            case WARN -> words.warn().get(language);
            case EXPEDITE -> words.expedite().get(language);
            case TOO_LATE -> words.tooLate().get(language);
        };
    }
}
