package org.consilium.intake.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.Consent;
import org.consilium.intake.dates.Plausible;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The patient's consent that somebody acts for them. */
@Path("/api/cases/{caseId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ConsentsResource {

    private final CaseDesk desk;
    private final CaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ConsentsResource(
            CaseDesk desk,
            CaseAccess access,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A consent as the patient gave it.
     *
     * @param person who may act, as a representative; without it the caller, in their own relation
     * @param text id of the programme's wording, {@code language} the one it was read in
     * @param until its end; null for none
     */
    record ConsentEntry(
            UUID person,
            @NotBlank @Size(max = 60) String text,
            @Min(1) int textVersion,
            @NotBlank @Size(max = 20) String language,
            @NotNull Consent.Given given,
            @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 60) String> scopes,
            @Future @Plausible Instant until) {}

    record Recorded(UUID consentId) {}

    @POST
    @Guarded("record-consent")
    @Cancellable(false)
    @Operation(summary = "Record the patient's consent that somebody acts for them")
    public Uni<Response> record(
            @PathParam("caseId") UUID caseId, @NotNull @Valid ConsentEntry body) {
        var recorder = caller.subject();
        var consentId = ids.next();
        return access.relations(caseId, recorder, clock.instant())
                .map(held -> consent(consentId, body, recorder, Requesters.acting(held)))
                .chain(consent -> idempotency.once(body, work -> recorded(caseId, consent, work)));
    }

    private Uni<Answer> recorded(UUID caseId, Consent consent, UnitOfWork work) {
        return desk.handle(caseId, new RecordConsent(consent), work)
                .replaceWith(created(caseId, consent.id()));
    }

    @POST
    @Path("/{consentId}/revocation")
    @Guarded("revoke-consent")
    @Cancellable(false)
    @Operation(summary = "Take a consent back; the person sees nothing more from then on")
    public Uni<Response> revoke(
            @PathParam("caseId") UUID caseId, @PathParam("consentId") UUID consentId) {
        var revoker = caller.subject();
        boolean staff = Requesters.isStaff(caller.roles());
        return access.relations(caseId, revoker, clock.instant())
                .map(held -> staff || held.contains(Relation.PATIENT))
                .chain(
                        forThePatient ->
                                idempotency.once(
                                        null,
                                        work ->
                                                revoked(
                                                        caseId,
                                                        new RevokeConsent(
                                                                consentId,
                                                                revoker,
                                                                forThePatient,
                                                                work.now()),
                                                        work)));
    }

    private Uni<Answer> revoked(UUID caseId, RevokeConsent command, UnitOfWork work) {
        return desk.handle(caseId, command, work).replaceWith(Answer.noContent());
    }

    private static Answer created(UUID caseId, UUID consentId) {
        return Answer.created(
                "/api/cases/" + caseId + "/consents/" + consentId, new Recorded(consentId));
    }

    /** A patient needs no consent to act for themselves, so theirs names another person. */
    private Consent consent(UUID id, ConsentEntry body, UUID recorder, Relation relation) {
        boolean own = body.person() == null || body.person().equals(recorder);
        if (own && relation == Relation.PATIENT) {
            throw Problem.malformed("person", "not-null", "who may act for you");
        }
        return new Consent(
                id,
                own ? recorder : body.person(),
                own ? relation : Relation.REPRESENTATIVE,
                recorder,
                body.text(),
                body.textVersion(),
                body.language(),
                null,
                body.given(),
                body.scopes(),
                clock.instant(),
                body.until(),
                null);
    }
}
