package org.consilium.intake.triage;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.RedirectCase;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.TriageCase;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the coordinator settles: codes and ids only, no field takes clinical text. */
@Path("/api/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class TriageResource {

    private final CaseDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;

    TriageResource(CaseDesk desk, Idempotency idempotency, Caller caller) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * What triage found.
     *
     * @param specialty SNOMED CT practice code
     * @param languages in which reviewer and patient's side can understand each other
     * @param firstTeamOrganisation entry of review's directory; null when there is no first team
     */
    record TriageEntry(
            @NotNull @Pattern(regexp = "\\d{6,18}") String specialty,
            @NotNull Urgency urgency,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String jurisdiction,
            @NotEmpty @Size(max = 10)
                    Set<
                                    @NotNull
                                    @Pattern(
                                            regexp =
                                                    "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
                                    String>
                            languages,
            UUID firstTeamOrganisation,
            @Size(max = 50) Set<@NotNull UUID> firstTeamClinicians) {

        Set<UUID> clinicians() {
            return firstTeamClinicians == null ? Set.of() : firstTeamClinicians;
        }
    }

    /** {@code reason} is a code of the programme. */
    record Ending(@NotBlank @Size(max = 60) String reason) {}

    record CaseNow(UUID caseId, String state, Set<String> missingRecords) {
        static CaseNow of(Case now) {
            return new CaseNow(now.id(), now.state().code(), Set.copyOf(now.records().missing()));
        }
    }

    @POST
    @Path("/triage/start")
    @Guarded("triage-case")
    @Cancellable(false)
    @Operation(summary = "Take a submitted case into triage")
    public Uni<Response> start(@PathParam("caseId") UUID caseId) {
        return answered(caseId, new StartTriage(caller.subject()), null);
    }

    @POST
    @Path("/triage")
    @Guarded("triage-case")
    @Cancellable(false)
    @Operation(
            summary =
                    "Set specialty, urgency, jurisdiction, languages and the first team; again, to set them right, until a reviewer has accepted")
    public Uni<Response> triage(
            @PathParam("caseId") UUID caseId, @NotNull @Valid TriageEntry body) {
        var command =
                new TriageCase(
                        caller.subject(),
                        body.specialty(),
                        body.urgency(),
                        body.jurisdiction(),
                        body.languages(),
                        body.firstTeamOrganisation(),
                        body.clinicians());
        return answered(caseId, command, body);
    }

    @POST
    @Path("/decline")
    @Guarded("decline-case")
    @Cancellable(false)
    @Operation(summary = "Not take the case on, with a reason of the programme")
    public Uni<Response> decline(@PathParam("caseId") UUID caseId, @NotNull @Valid Ending body) {
        return answered(caseId, new DeclineCase(caller.subject(), body.reason()), body);
    }

    @POST
    @Path("/redirection")
    @Guarded("redirect-case")
    @Cancellable(false)
    @Operation(summary = "Point the patient's side elsewhere, with a reason of the programme")
    public Uni<Response> redirect(@PathParam("caseId") UUID caseId, @NotNull @Valid Ending body) {
        return answered(caseId, new RedirectCase(caller.subject(), body.reason()), body);
    }

    private Uni<Response> answered(UUID caseId, CaseCommand command, Object body) {
        return idempotency.once(
                body,
                work -> desk.handle(caseId, command, work).map(now -> Answer.ok(CaseNow.of(now))));
    }
}
