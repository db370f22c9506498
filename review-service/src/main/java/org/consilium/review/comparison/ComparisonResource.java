package org.consilium.review.comparison;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.comparison.Comparison.FirstOpinion;
import org.consilium.review.opinion.OpinionReading;
import org.consilium.review.opinion.OpinionReading.Held;
import org.consilium.review.reading.Readings;

/** First opinion, own reading and opinion side by side, axis by axis. */
@Path("/api/reviews/{caseId}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ComparisonResource {

    private final Transactions transactions;
    private final OpinionReading opinions;
    private final Readings readings;
    private final Cases cases;
    private final Viewers viewers;
    private final Caller caller;

    ComparisonResource(
            Transactions transactions,
            OpinionReading opinions,
            Readings readings,
            Cases cases,
            Viewers viewers,
            Caller caller) {
        this.transactions = transactions;
        this.opinions = opinions;
        this.readings = readings;
        this.cases = cases;
        this.viewers = viewers;
        this.caller = caller;
    }

    /** To the author from the first draft on, to the clinical lead from the signature on. */
    @GET
    @Guarded("read-comparison")
    public Uni<Comparison> read(@PathParam("caseId") UUID caseId) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor, work -> compared(caseId, viewer, work)));
    }

    private Uni<Comparison> compared(UUID caseId, Viewer viewer, UnitOfWork work) {
        return opinions.held(caseId, viewer, work)
                .chain(
                        held ->
                                cases.facts(caseId, work)
                                        .chain(facts -> compared(held, facts, work)));
    }

    private Uni<Comparison> compared(Held held, CaseFacts facts, UnitOfWork work) {
        return readings.of(facts.caseId(), held.author(), work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        reading ->
                                firstOpinion(facts, work)
                                        .map(
                                                first ->
                                                        Comparison.of(
                                                                reading,
                                                                held.version(),
                                                                held.content(),
                                                                first,
                                                                facts.submitted()
                                                                        .opinionForm()
                                                                        .axes())));
    }

    private Uni<FirstOpinion> firstOpinion(CaseFacts facts, UnitOfWork work) {
        return cases.documents(facts.caseId(), work)
                .map(
                        documents ->
                                new FirstOpinion(
                                        facts.submitted().firstOpinionTold(),
                                        documents.values().stream()
                                                .filter(CaseDocument::firstOpinion)
                                                .map(CaseDocument::documentId)
                                                .sorted()
                                                .toList()));
    }
}
