package org.consilium.review.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Answer;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Idempotency;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewView;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.ReviewCommand.CommitReading;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The reviewer's own reading, written before the first opinion is seen and never changed. */
@Path("/api/reviews/{caseId}/reading")
@Authenticated
class ReadingResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final ReviewDesk desk;
    private final Caller caller;
    private final Ids ids;

    ReadingResource(
            Idempotency idempotency,
            Transactions transactions,
            ReviewDesk desk,
            Caller caller,
            Ids ids) {
        this.ids = ids;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.desk = desk;
        this.caller = caller;
    }

    enum Confidence {
        @JsonProperty("low")
        LOW,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("high")
        HIGH
    }

    record Reading(
            @NotBlank @Size(max = 20_000) String diagnosis,
            @NotBlank @Size(max = 20_000) String plan,
            @NotNull Confidence confidence) {}

    record CommittedReading(UUID reviewer, Reading reading, Instant committedAt) {
        static CommittedReading of(ReadingRow row) {
            return new CommittedReading(
                    row.reviewer,
                    new Reading(row.diagnosis, row.plan, row.confidence),
                    row.committedAt);
        }
    }

    @POST
    @Guarded("commit-reading")
    @Cancellable(false)
    public Uni<Response> commit(@PathParam("caseId") UUID caseId, @Valid @NotNull Reading body) {
        var reviewer = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.perform(caseId, new CommitReading(reviewer), work)
                                .call(() -> keep(caseId, reviewer, body, work))
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    @GET
    @Guarded("read-reading")
    public Uni<CommittedReading> read(@PathParam("caseId") UUID caseId) {
        var reviewer = caller.subject();
        boolean lead = caller.has("clinical-lead");
        return transactions.inTransaction(
                caller.actor(),
                work -> newest(caseId, reviewer, lead, work).map(CommittedReading::of));
    }

    private static Uni<ReadingRow> newest(
            UUID caseId, UUID reviewer, boolean anybody, UnitOfWork work) {
        return work.session()
                .createQuery(
                        """
                        from ReadingRow where caseId = :case and (:anybody = true or reviewer = :reviewer)
                        order by committedAt desc limit 1""",
                        ReadingRow.class)
                .setParameter("case", caseId)
                .setParameter("reviewer", reviewer)
                .setParameter("anybody", anybody)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    private Uni<Void> keep(UUID caseId, UUID reviewer, Reading body, UnitOfWork work) {
        var row = new ReadingRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.reviewer = reviewer;
        row.diagnosis = body.diagnosis();
        row.plan = body.plan();
        row.confidence = body.confidence();
        row.committedAt = work.now();
        return work.session().persist(row);
    }
}
