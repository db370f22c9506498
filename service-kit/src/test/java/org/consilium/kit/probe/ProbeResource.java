package org.consilium.kit.probe;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/probe/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ProbeResource {

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final CaseAccess access;
    private final Caller caller;

    ProbeResource(Idempotency idempotency, Outbox outbox, CaseAccess access, Caller caller) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.access = access;
        this.caller = caller;
    }

    record Addition(
            @NotBlank @Size(max = 20) String reason,
            Relation relation,
            Integer year,
            LocalDate day,
            Map<String, @NotBlank String> notes) {}

    @POST
    @Guarded("add")
    @Cancellable(false)
    public Uni<Response> add(@PathParam("caseId") UUID caseId, @Valid Addition body) {
        var subject = caller.subject();
        return idempotency.once(
                body,
                work ->
                        increment(caseId, work)
                                .call(
                                        total ->
                                                access.grant(
                                                        caseId,
                                                        subject,
                                                        Relation.PATIENT,
                                                        null,
                                                        work))
                                .call(
                                        total ->
                                                outbox.append(
                                                        new CaseClosed(caseId, body.reason()),
                                                        work))
                                .map(total -> Answer.ok(Map.of("total", total))));
    }

    @GET
    @Guarded("read")
    public Uni<Map<String, UUID>> read(@PathParam("caseId") UUID caseId) {
        return Uni.createFrom().item(Map.of("caseId", caseId));
    }

    private static Uni<Integer> increment(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(ProbeRow.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> created(caseId, work))
                .map(row -> ++row.total);
    }

    private static Uni<ProbeRow> created(UUID caseId, UnitOfWork work) {
        var row = new ProbeRow();
        row.caseId = caseId;
        return work.session().persist(row).replaceWith(row);
    }
}
