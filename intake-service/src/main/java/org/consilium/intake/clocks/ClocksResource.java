package org.consilium.intake.clocks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.turns.Turns;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How long a case has taken, and how long it may take yet. */
@Path("/api/cases/{caseId}/clocks")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ClocksResource {

    private final Turns turns;
    private final Cases cases;
    private final Deliveries deliveries;
    private final Clock clock;

    ClocksResource(Turns turns, Cases cases, Deliveries deliveries, Clock clock) {
        this.turns = turns;
        this.cases = cases;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * A case's time, in full hours. Nothing but the turn before submission.
     *
     * @param turn whose turn it is, {@code turnSince} when that began
     * @param waitedHours from submission to the opinion, or until now
     * @param workedHours of these, while it was the coordinator's, the reviewer's or quality's turn
     * @param promisedBy what was said at submission, as long as it is to be kept
     * @param likelyBy when half of such opinions are there, {@code probablyBy} eight of ten
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseClocks(
            String turn,
            Instant turnSince,
            Long waitedHours,
            Long workedHours,
            Long familyHours,
            Long recordHolderHours,
            LocalDate promisedBy,
            LocalDate likelyBy,
            LocalDate probablyBy) {}

    @GET
    @Guarded("read-clocks")
    @Operation(
            summary = "The case's two clocks, who holds the turn, and when to expect the opinion")
    public Uni<CaseClocks> ofCase(@PathParam("caseId") UUID caseId) {
        var now = clock.instant();
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        seen ->
                                turns.of(caseId)
                                        .map(held -> Clocks.of(held, now).orElse(null))
                                        .chain(clocks -> view(seen, clocks)));
    }

    private Uni<CaseClocks> view(Case seen, Clocks clocks) {
        return clocks == null
                ? Uni.createFrom().item(beforeSubmission(seen))
                : deliveries
                        .ofTheYear(clock.instant())
                        .map(all -> view(seen, clocks, figuresOf(seen, all)));
    }

    private static CaseClocks beforeSubmission(Case seen) {
        return new CaseClocks(Turn.of(seen).code(), null, null, null, null, null, null, null, null);
    }

    private static CaseClocks view(Case seen, Clocks clocks, Figures figures) {
        var submission = seen.state().submission();
        return new CaseClocks(
                Turn.of(seen).code(),
                clocks.since(),
                clocks.waited().toHours(),
                clocks.worked().toHours(),
                clocks.waitedFor(Turn.PATIENT).toHours(),
                clocks.waitedFor(Turn.RECORD_HOLDER).toHours(),
                submission == null ? null : submission.opinionExpectedBy(),
                figures.likelyBy(clocks, seen.zone()),
                figures.probablyBy(clocks, seen.zone()));
    }

    private static Figures figuresOf(Case seen, List<Figures> all) {
        var programme = seen.programme().id();
        return all.stream()
                .filter(one -> one.programme().equals(programme))
                .filter(one -> one.service().equals(seen.service()))
                .findFirst()
                .orElseGet(() -> Figures.none(programme, seen.service()));
    }
}
