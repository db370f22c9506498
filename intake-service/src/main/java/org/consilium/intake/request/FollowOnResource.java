package org.consilium.intake.request;

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
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.OpenFollowOn;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.intake.desk.DraftRevision;
import org.consilium.intake.followon.FollowOnRules;
import org.consilium.intake.programme.Programmes;
import org.consilium.intake.screening.Screenings;
import org.consilium.intake.screening.Screenings.Door;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** From a case that had its opinion, or was closed, to a case for another service. */
@Path("/api/cases/{caseId}/follow-on")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class FollowOnResource {

    private final CaseDesk desk;
    private final Programmes programmes;
    private final Screenings screenings;
    private final CaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    FollowOnResource(
            CaseDesk desk,
            Programmes programmes,
            Screenings screenings,
            CaseAccess access,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.programmes = programmes;
        this.screenings = screenings;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked for next.
     *
     * @param screening that came to {@code proceed} within the last day: things may have changed
     */
    record FollowOnRequest(@NotBlank @Size(max = 60) String service, @NotNull UUID screening) {}

    @POST
    @Guarded("open-follow-on")
    @Cancellable(false)
    @Operation(summary = "Open a draft for another service, with what stays true of this case")
    public Uni<Response> open(
            @PathParam("caseId") UUID caseId, @NotNull @Valid FollowOnRequest body) {
        var command = new OpenFollowOn(ids.next(), caller.subject(), body.service());
        return access.relations(caseId, caller.subject(), clock.instant())
                .map(Requesters::acting)
                .chain(
                        relation ->
                                idempotency.once(
                                        body,
                                        work ->
                                                opened(caseId, command, body, relation, work)
                                                        .map(next -> created(next, relation))));
    }

    private Uni<Case> opened(
            UUID caseId,
            OpenFollowOn command,
            FollowOnRequest body,
            Relation relation,
            UnitOfWork work) {
        return desk.handle(caseId, command, work)
                .call(
                        earlier ->
                                screenings.spend(
                                        door(earlier, body.screening(), command.openedBy()),
                                        command.followOn(),
                                        work))
                .chain(earlier -> opened(earlier, command, relation, work));
    }

    private Uni<Case> opened(
            Case earlier, OpenFollowOn command, Relation relation, UnitOfWork work) {
        var now = programmes.current(earlier.programme().id()).orElseThrow();
        return desk.nextReference(work)
                .map(
                        reference ->
                                FollowOnRules.opening(
                                        earlier, command, now, reference, relation, work.now()))
                .chain(opening -> desk.open(opening, work));
    }

    private static Door door(Case earlier, UUID screening, UUID person) {
        return new Door(screening, person, earlier.programme().id(), earlier.patient().country());
    }

    private static Answer created(Case next, Relation relation) {
        return Answer.created("/api/cases/" + next.id(), CaseView.whole(next, Set.of(relation)))
                .withEtag(DraftRevision.of(next));
    }
}
