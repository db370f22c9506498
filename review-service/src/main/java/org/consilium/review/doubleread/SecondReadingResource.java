package org.consilium.review.doubleread;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;
import org.consilium.review.reading.CommittedReading.Reading;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A case read a second time, by somebody who is asked as a reviewer is. */
@Path("/api/reviews/{caseId}/second-reading")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class SecondReadingResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final SecondReadingSight sight;
    private final Answering answering;
    private final CommittingSecond committing;
    private final Caller caller;

    SecondReadingResource(
            Idempotency idempotency,
            Transactions transactions,
            SecondReadingSight sight,
            Answering answering,
            CommittingSecond committing,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.sight = sight;
        this.answering = answering;
        this.committing = committing;
        this.caller = caller;
    }

    /** The reason is a code, so that it says nothing of the patient. */
    record SecondReadingDecline(
            @NotNull @Pattern(regexp = "no-time|off-specialty|conflict-of-interest|language|other")
                    String reason) {}

    @GET
    @Guarded("read-second-reading")
    public Uni<SecondReadingView> read(@PathParam("caseId") UUID caseId) {
        var person = caller.subject();
        boolean lead = caller.has("clinical-lead");
        return transactions.inTransaction(
                caller.actor(), work -> sight.of(caseId, person, lead, work));
    }

    @POST
    @Path("/acceptance")
    @Guarded("read-twice")
    @Cancellable(false)
    public Uni<Response> accept(@PathParam("caseId") UUID caseId) {
        var reader = caller.subject();
        boolean lead = caller.has("clinical-lead");
        return idempotency.once(
                null,
                work ->
                        answering
                                .accept(caseId, reader, lead, work)
                                .replaceWith(Answer.noContent()));
    }

    /** Also after the acceptance: whoever finds that it is not for them gives it back so. */
    @POST
    @Path("/decline")
    @Guarded("read-twice")
    @Cancellable(false)
    public Uni<Response> decline(
            @PathParam("caseId") UUID caseId, @Valid @NotNull SecondReadingDecline body) {
        var reader = caller.subject();
        return idempotency.once(
                body,
                work -> answering.decline(caseId, reader, work).replaceWith(Answer.noContent()));
    }

    @POST
    @Path("/reading")
    @Guarded("read-twice")
    @Cancellable(false)
    public Uni<Response> commit(@PathParam("caseId") UUID caseId, @Valid @NotNull Reading body) {
        var reader = caller.subject();
        return idempotency.once(
                body,
                work ->
                        committing
                                .commit(caseId, reader, body, work)
                                .replaceWith(Answer.noContent()));
    }
}
