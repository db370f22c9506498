package org.consilium.review.share;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.consilium.kit.links.LinkRate;
import org.consilium.kit.links.LinkToken;
import org.consilium.kit.web.Problem;
import org.consilium.review.letter.LetterAnswer;
import org.consilium.review.letter.Letters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The letter for whoever holds a link and knows its passcode. Both stand in the body: an address is
 * written into logs and histories.
 */
@Path("/api/shared-letters")
class SharedLetterResource {

    /** Whoever tries passcodes is stopped by the link itself: it needs no limit of its own. */
    private static final int TOGETHER_A_SECOND = 50;

    private final SharedLetters shared;
    private final Letters letters;
    private final LinkRate rate;

    SharedLetterResource(SharedLetters shared, Letters letters, Clock clock) {
        this.shared = shared;
        this.letters = letters;
        this.rate = new LinkRate(clock, TOGETHER_A_SECOND);
    }

    record Secrets(
            @NotNull @Size(max = 100) String token, @NotNull @Size(max = 40) String passcode) {

        /** Neither gets into a log by being printed. */
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    @POST
    @Produces("application/pdf")
    @PermitAll
    @Cancellable(false)
    @Operation(
            summary =
                    "The letter that stands, by a link and its passcode; five wrong ones lock the link")
    public Uni<Response> open(@NotNull @Valid Secrets body) {
        rate.admit(LinkToken.hash(body.token()));
        if (!LinkToken.isOne(body.token())) {
            throw Problem.notFound();
        }
        return shared.open(body.token(), body.passcode())
                .chain(signed -> LetterAnswer.of(signed, letters));
    }
}
