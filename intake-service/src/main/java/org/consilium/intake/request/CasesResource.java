package org.consilium.intake.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.OpenCase;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.desk.Cases.Wanted;
import org.consilium.intake.desk.DraftRevision;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programmes;
import org.consilium.intake.screening.Screenings;
import org.consilium.intake.screening.Screenings.Door;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Cases: opened, listed, read. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class CasesResource {

    /** Somebody may be born there already this year. */
    private static final ZoneOffset EARLIEST_NEW_YEAR = ZoneOffset.ofHours(14);

    private final CaseDesk desk;
    private final Cases cases;
    private final Programmes programmes;
    private final Screenings screenings;
    private final CaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    CasesResource(
            CaseDesk desk,
            Cases cases,
            Programmes programmes,
            Screenings screenings,
            CaseAccess access,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.programmes = programmes;
        this.screenings = screenings;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @Guarded("open-case")
    @Cancellable(false)
    @Operation(summary = "Open a draft, with a safety screening that came to proceed")
    public Uni<Response> open(@NotNull @Valid OpenRequest body) {
        var programme =
                programmes
                        .current(body.programme())
                        .orElseThrow(
                                () ->
                                        Problem.malformed(
                                                "programme",
                                                "known-programme",
                                                "is none of GET /api/programmes"));
        var requester = caller.subject();
        var patient =
                Requesters.patient(body, requester, Year.now(clock.withZone(EARLIEST_NEW_YEAR)));
        Requesters.requireRole(body.relation(), caller.roles());
        var caseId = ids.next();
        return idempotency.once(
                body,
                work ->
                        opened(body, programme, caseId, requester, patient, work)
                                .map(opened -> created(opened, body.relation())));
    }

    private Uni<Case> opened(
            OpenRequest body,
            Programme programme,
            UUID caseId,
            UUID requester,
            Case.Patient patient,
            UnitOfWork work) {
        return screenings
                .spend(door(body, requester, programme), caseId, work)
                .chain(() -> desk.nextReference(work))
                .chain(
                        reference ->
                                desk.open(
                                        new OpenCase(
                                                caseId,
                                                reference,
                                                programme,
                                                body.service(),
                                                body.language(),
                                                requester,
                                                body.relation(),
                                                patient,
                                                work.now()),
                                        work));
    }

    private static Door door(OpenRequest body, UUID requester, Programme programme) {
        return new Door(body.screening(), requester, programme.id(), body.patient().country());
    }

    private static Answer created(Case opened, Relation relation) {
        return Answer.created("/api/cases/" + opened.id(), CaseView.whole(opened, Set.of(relation)))
                .withEtag(DraftRevision.of(opened));
    }

    @GET
    @Guarded("list-own-cases")
    @Operation(
            summary = "Staff: all cases, oldest first, or those short of time; others: their own")
    public Uni<Page<CaseLine>> list(
            @QueryParam("state") @Pattern(regexp = "[a-z]+(-[a-z]+){0,5}") String state,
            @QueryParam("turn") @Pattern(regexp = "[a-z]+(-[a-z]+){0,5}") String turn,
            @QueryParam("shortOfTime") @DefaultValue("false") boolean shortOfTime,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var from = Page.after(after);
        var wanted = new Wanted(state, turn, shortOfTime);
        var page =
                Requesters.isStaff(caller.roles())
                        ? cases.workList(wanted, from, size)
                        : cases.ofPerson(caller.subject(), wanted, from, size, clock.instant());
        return page.map(found -> found.map(CaseLine::of));
    }

    @GET
    @Path("/{caseId}")
    @Guarded("read-case")
    @Operation(summary = "A case, as far as the caller's relation to it allows")
    public Uni<Response> read(@PathParam("caseId") UUID caseId) {
        var person = caller.subject();
        boolean staff = Requesters.isStaff(caller.roles());
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        seen ->
                                access.relations(caseId, person, clock.instant())
                                        .map(held -> shown(seen, held, staff)));
    }

    /** A relation weighs more than a role: who reviews a case reads it as its reviewer. */
    private static Response shown(Case seen, Set<Relation> held, boolean staff) {
        Object view;
        if (held.contains(Relation.REVIEWER)) {
            view = CaseView.forReviewer(seen, held);
        } else if (held.contains(Relation.SECOND_READER)) {
            view = CaseView.forSecondReader(seen, held);
        } else if (staff || Requesters.isPatientSide(held) || held.contains(Relation.BREAK_GLASS)) {
            view = CaseView.whole(seen, held);
        } else {
            view = OfferView.of(seen, held);
        }
        return Response.ok(view).header("ETag", '"' + DraftRevision.of(seen) + '"').build();
    }
}
