package org.consilium.intake.breakglass;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Wish;
import org.consilium.intake.breakglass.GlassBreak.Outcome;
import org.consilium.intake.breakglass.GlassBreak.Reason;
import org.consilium.intake.breakglass.GlassBreak.Review;
import org.consilium.kit.access.FreshSignIn;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The glass: broken by a clinician in an emergency, reviewed by a clinical lead. */
@Path("/api/cases/{caseId}/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class BreakGlassResource {

    private final BreakGlassDesk desk;
    private final FreshSignIn signIn;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    BreakGlassResource(
            BreakGlassDesk desk,
            FreshSignIn signIn,
            Idempotency idempotency,
            Caller caller,
            Ids ids) {
        this.desk = desk;
        this.signIn = signIn;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    /** Why; a line at least, for whoever reviews it. */
    record Breaking(@NotNull Reason reason, @NotBlank @Size(min = 20, max = 2000) String words) {}

    record Reviewing(@NotNull Outcome outcome, @NotBlank @Size(max = 2000) String note) {}

    @POST
    @Guarded("break-glass")
    @Cancellable(false)
    @Operation(summary = "Read one case for an hour; needs a sign-in of the last minutes")
    public Uni<Response> breakGlass(
            @PathParam("caseId") UUID caseId, @NotNull @Valid Breaking body) {
        signIn.require();
        var person = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.breakGlass(
                                        new Wish(
                                                ids.next(),
                                                caseId,
                                                person,
                                                body.reason(),
                                                body.words(),
                                                work.now()),
                                        work)
                                .map(GlassBreakView.Opened::of)
                                .map(opened -> Answer.created("/api/cases/" + caseId, opened)));
    }

    @POST
    @Path("/{breakId}/review")
    @Guarded("review-break-glass")
    @Cancellable(false)
    @Operation(summary = "Say what it comes to; never by whoever broke the glass")
    public Uni<Response> review(
            @PathParam("caseId") UUID caseId,
            @PathParam("breakId") UUID breakId,
            @NotNull @Valid Reviewing body) {
        var by = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.review(
                                        caseId,
                                        breakId,
                                        new Review(by, work.now(), body.outcome(), body.note()),
                                        work)
                                .map(GlassBreakView::of)
                                .map(Answer::ok));
    }
}
