package org.consilium.review.letter;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;
import org.consilium.review.Viewers;
import org.consilium.review.opinion.OpinionReading;

/** The signed letter, to whoever may read the opinion. */
@Path("/api/reviews/{caseId}/letter")
@Authenticated
class LetterResource {

    private final Transactions transactions;
    private final OpinionReading reading;
    private final Letters letters;
    private final Viewers viewers;
    private final Caller caller;

    LetterResource(
            Transactions transactions,
            OpinionReading reading,
            Letters letters,
            Viewers viewers,
            Caller caller) {
        this.transactions = transactions;
        this.reading = reading;
        this.letters = letters;
        this.viewers = viewers;
        this.caller = caller;
    }

    /** Of the version that is released, or of another as it was delivered. */
    @GET
    @Guarded("read-letter")
    @Produces("application/pdf")
    public Uni<Response> read(
            @PathParam("caseId") UUID caseId, @QueryParam("version") @Min(1) Integer version) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor,
                                        work -> reading.signed(caseId, version, viewer, work)))
                .chain(signed -> LetterAnswer.of(signed, letters));
    }
}
