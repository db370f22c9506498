package org.consilium.review.critical;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.ReviewCommand.AcknowledgeCriticalFinding;
import org.consilium.review.lifecycle.ReviewCommand.FlagCriticalFinding;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The reviewer flags; the treating side, a coordinator or a clinical lead acknowledges. */
@Path("/api/reviews/{caseId}/critical-findings")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class CriticalFindingResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final CriticalFindings findings;
    private final Reviews reviews;
    private final ReviewDesk desk;
    private final ReviewConfig config;
    private final Caller caller;
    private final Ids ids;

    CriticalFindingResource(
            Idempotency idempotency,
            Transactions transactions,
            CriticalFindings findings,
            Reviews reviews,
            ReviewDesk desk,
            ReviewConfig config,
            Caller caller,
            Ids ids) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.findings = findings;
        this.reviews = reviews;
        this.desk = desk;
        this.config = config;
        this.caller = caller;
        this.ids = ids;
    }

    record Flag(@NotBlank @Size(max = 5000) String text) {}

    /**
     * @param seenTo what was done, and whom it reached; no sight of it is enough
     */
    record Acknowledgement(@NotBlank @Size(max = 2000) String seenTo) {}

    /**
     * {@code acknowledgedBy}, {@code acknowledgedAt} and {@code seenTo} are absent while it is
     * open; its words in the answer to an acknowledgement.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CriticalFinding(
            UUID findingId,
            UUID flaggedBy,
            String text,
            Instant flaggedAt,
            Instant acknowledgeBy,
            UUID acknowledgedBy,
            Instant acknowledgedAt,
            String seenTo) {

        static CriticalFinding of(CriticalFindingRow row) {
            return new CriticalFinding(
                    row.id,
                    row.flaggedBy,
                    row.text,
                    row.flaggedAt,
                    row.acknowledgeBy,
                    row.acknowledgedBy,
                    row.acknowledgedAt,
                    row.seenTo);
        }

        /** They are read where a look is logged. */
        CriticalFinding withoutWords() {
            return new CriticalFinding(
                    findingId,
                    flaggedBy,
                    null,
                    flaggedAt,
                    acknowledgeBy,
                    acknowledgedBy,
                    acknowledgedAt,
                    null);
        }
    }

    @POST
    @Guarded("flag-critical-finding")
    @Cancellable(false)
    public Uni<Response> flag(@PathParam("caseId") UUID caseId, @Valid @NotNull Flag body) {
        var reviewer = caller.subject();
        return idempotency.once(
                body,
                work -> {
                    var row = flagged(caseId, reviewer, body, work);
                    var command = new FlagCriticalFinding(reviewer, row.id, row.acknowledgeBy);
                    return desk.perform(caseId, command, work)
                            .call(() -> findings.keep(row, work))
                            .replaceWith(Answer.created(null, CriticalFinding.of(row)));
                });
    }

    private CriticalFindingRow flagged(UUID caseId, UUID reviewer, Flag body, UnitOfWork work) {
        var row = new CriticalFindingRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.flaggedBy = reviewer;
        row.text = body.text();
        row.flaggedAt = work.now();
        row.acknowledgeBy = work.now().plus(config.criticalFindingWindow());
        return row;
    }

    @GET
    @Guarded("read-critical-findings")
    public Uni<List<CriticalFinding>> read(@PathParam("caseId") UUID caseId) {
        return transactions
                .inTransaction(
                        caller.actor(),
                        work -> reviews.find(caseId, work).chain(() -> findings.of(caseId, work)))
                .map(rows -> rows.stream().map(CriticalFinding::of).toList());
    }

    @POST
    @Path("/{findingId}/acknowledgement")
    @Guarded("acknowledge-critical-finding")
    @Cancellable(false)
    public Uni<Response> acknowledge(
            @PathParam("caseId") UUID caseId,
            @PathParam("findingId") UUID findingId,
            @Valid @NotNull Acknowledgement body) {
        var person = caller.subject();
        return idempotency.once(
                body,
                work ->
                        findings.findLocked(caseId, findingId, work)
                                .invoke(row -> acknowledged(row, person, body, work))
                                .call(
                                        () ->
                                                desk.perform(
                                                        caseId,
                                                        new AcknowledgeCriticalFinding(
                                                                findingId, person),
                                                        work))
                                .map(row -> CriticalFinding.of(row).withoutWords())
                                .map(Answer::ok));
    }

    private static void acknowledged(
            CriticalFindingRow row, UUID person, Acknowledgement body, UnitOfWork work) {
        if (row.acknowledgedBy != null) {
            throw new Problem(409, "acknowledged-already", "Somebody sees to it already.");
        }
        if (row.flaggedBy.equals(person)) {
            throw new Problem(
                    403, "your-own-finding", "Somebody else says that they see to what you saw.");
        }
        row.acknowledgedBy = person;
        row.acknowledgedAt = work.now();
        row.seenTo = body.seenTo();
    }
}
