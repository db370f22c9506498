package org.consilium.review.words;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * The words of a case and its programme from their owner, at the moment they are needed. Nothing of
 * them is kept here but what stands in the letter.
 */
@ApplicationScoped
public class Words {

    private static final Logger LOG = Logger.getLogger(Words.class);

    private final IntakeClient intake;

    Words(@RestClient IntakeClient intake) {
        this.intake = intake;
    }

    public record OfCase(CaseWords caseWords, ProgrammeWords programme) {}

    /**
     * Fails as a problem: 403 when the token is not for intake, 503 when intake does not answer.
     */
    public Uni<OfCase> of(CaseSubmitted submitted, String bearer) {
        return intake.words(submitted.caseId(), bearer)
                .chain(
                        caseWords ->
                                intake.words(
                                                submitted.programme(),
                                                submitted.programmeVersion(),
                                                bearer)
                                        .map(programme -> new OfCase(caseWords, programme)))
                .onFailure(failure -> !(failure instanceof Problem))
                .transform(failure -> problem(submitted.caseId(), failure));
    }

    private static Problem problem(UUID caseId, Throwable failure) {
        if (failure instanceof WebApplicationException refused
                && (refused.getResponse().getStatus() == 401
                        || refused.getResponse().getStatus() == 403)) {
            return new Problem(
                    403,
                    "token-not-for-intake",
                    "The letter's words are read with your token: ask for the scope intake too.");
        }
        LOG.warnf("the words of case %s cannot be had: %s", caseId, failure.getClass().getName());
        return new Problem(
                503,
                "words-not-to-be-had",
                "The service that keeps the case's words does not answer. Nothing was signed.");
    }
}
