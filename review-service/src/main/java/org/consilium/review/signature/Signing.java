package org.consilium.review.signature;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.consilium.review.opinion.SignedOpinion.Signer;
import org.consilium.review.quality.Submission;
import org.consilium.review.quality.Submissions;

/** The signature itself: one transaction, in which everything is looked at once more. */
@ApplicationScoped
class Signing {

    private final Dossiers dossiers;
    private final ReviewDesk desk;
    private final Submissions submissions;

    Signing(Dossiers dossiers, ReviewDesk desk, Submissions submissions) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.submissions = submissions;
    }

    /**
     * A letter in words that waits for its signature.
     *
     * @param draftVersion that it was composed from
     */
    record Composed(UUID opinionId, int draftVersion, LetterPage page, String language) {}

    Uni<Submission> sign(
            UUID caseId,
            UUID reviewer,
            SignatureRequest request,
            Composed composed,
            UnitOfWork work) {
        var command = new SignOpinion(reviewer, composed.opinionId());
        return desk.perform(caseId, command, work)
                .chain(() -> dossiers.of(caseId, reviewer, work))
                .invoke(dossier -> check(dossier, request, composed, work))
                .map(dossier -> signed(dossier, request, composed, work))
                .call(signed -> submissions.keep(signed, work));
    }

    /** The review is locked by now: no edit and no answer comes in between. */
    private static void check(
            Dossier dossier, SignatureRequest request, Composed composed, UnitOfWork work) {
        var day = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        SignOff.check(dossier, request, composed.language(), day);
        if (dossier.written().draft().version() != composed.draftVersion()) {
            throw new Problem(
                    409,
                    "edited-meanwhile",
                    "The opinion was edited while its letter was composed: sign again.");
        }
    }

    private static Submission signed(
            Dossier dossier, SignatureRequest request, Composed composed, UnitOfWork work) {
        var candidate = dossier.signer().candidate();
        var draft = dossier.written().draft();
        return new Submission(
                composed.opinionId(),
                dossier.asked().facts().caseId(),
                draft.opinionVersion(),
                new Signer(
                        candidate.person(),
                        dossier.signer().entry().displayName(),
                        request.licence().country(),
                        request.licence().number()),
                draft.content(),
                work.now(),
                draft.replaces(),
                composed.page(),
                composed.language());
    }
}
