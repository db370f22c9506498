package org.consilium.review.signature;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.consilium.kit.access.FreshSignIn;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.review.ReviewView;
import org.consilium.review.quality.Submission;
import org.consilium.review.signature.Signing.Composed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Signed by its author, released by somebody else. */
@Path("/api/reviews/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class SignatureResource {

    private final Idempotency idempotency;
    private final Composing composing;
    private final Signing signing;
    private final Releasing releasing;
    private final FreshSignIn signIn;
    private final Caller caller;

    SignatureResource(
            Idempotency idempotency,
            Composing composing,
            Signing signing,
            Releasing releasing,
            FreshSignIn signIn,
            Caller caller) {
        this.idempotency = idempotency;
        this.composing = composing;
        this.signing = signing;
        this.releasing = releasing;
        this.signIn = signIn;
        this.caller = caller;
    }

    /** Not final before somebody else has passed it. */
    record Signed(UUID opinionId, int version, Instant signedAt) {
        static Signed of(Submission opinion) {
            return new Signed(opinion.opinionId(), opinion.version(), opinion.signedAt());
        }
    }

    /** The key is asked for before a letter is composed for nothing. */
    @POST
    @Path("/signature")
    @Guarded("sign-opinion")
    @Cancellable(false)
    @Operation(summary = "Sign the opinion as it stands; needs a sign-in of the last minutes")
    public Uni<Response> sign(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") @NotBlank String key,
            @Valid @NotNull SignatureRequest body) {
        signIn.require();
        var reviewer = caller.subject();
        return composing
                .compose(caseId, reviewer, body, bearer)
                .onItemOrFailure()
                .transformToUni(
                        (composed, failure) ->
                                idempotency.once(
                                        body,
                                        work ->
                                                required(composed, failure)
                                                        .chain(
                                                                letter ->
                                                                        signing.sign(
                                                                                caseId, reviewer,
                                                                                body, letter, work))
                                                        .map(Signed::of)
                                                        .map(Answer::ok)));
    }

    /** Told where the key is known: one that was answered before gets that answer again. */
    private static Uni<Composed> required(Composed composed, Throwable failure) {
        if (failure != null) {
            return Uni.createFrom().failure(failure);
        }
        if (composed == null) {
            throw new Problem(
                    409, "not-allowed-in-this-state", "There is no opinion to be signed just now.");
        }
        return Uni.createFrom().item(composed);
    }

    @POST
    @Path("/release")
    @Guarded("release-opinion")
    @Cancellable(false)
    public Uni<Response> release(@PathParam("caseId") UUID caseId) {
        var lead = caller.subject();
        return idempotency.once(
                null,
                work ->
                        releasing
                                .release(caseId, lead, work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }
}
