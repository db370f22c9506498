package org.consilium.review.signature;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.letter.Letters.Kept;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.consilium.review.lifecycle.ReviewDesk;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.opinion.SignedOpinion;
import org.consilium.review.opinion.SignedOpinion.Signer;

/** The signature itself: one transaction, in which everything is looked at once more. */
@ApplicationScoped
class Signing {

    private static final int FIRST_VERSION = 1;

    private final Dossiers dossiers;
    private final ReviewDesk desk;
    private final Opinions opinions;

    Signing(Dossiers dossiers, ReviewDesk desk, Opinions opinions) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.opinions = opinions;
    }

    /**
     * A letter that is printed and waits for its signature.
     *
     * @param draftVersion that it was printed from
     */
    record Printed(UUID opinionId, int draftVersion, Kept letter) {}

    Uni<SignedOpinion> sign(
            UUID caseId,
            UUID reviewer,
            SignatureRequest request,
            Printed printed,
            UnitOfWork work) {
        var command =
                new SignOpinion(
                        reviewer, printed.opinionId(), FIRST_VERSION, printed.letter().sha256());
        return desk.perform(caseId, command, work)
                .chain(() -> dossiers.of(caseId, reviewer, work))
                .invoke(dossier -> check(dossier, request, printed, work))
                .map(dossier -> signed(dossier, request, printed, work))
                .call(signed -> opinions.keep(signed, work));
    }

    /** The review is locked by now: no edit and no answer comes in between. */
    private static void check(
            Dossier dossier, SignatureRequest request, Printed printed, UnitOfWork work) {
        SignOff.check(dossier, request, LocalDate.ofInstant(work.now(), ZoneOffset.UTC));
        if (dossier.written().draft().version() != printed.draftVersion()) {
            throw new Problem(
                    409,
                    "edited-meanwhile",
                    "The opinion was edited while its letter was printed: sign again.");
        }
    }

    private static SignedOpinion signed(
            Dossier dossier, SignatureRequest request, Printed printed, UnitOfWork work) {
        var candidate = dossier.signer().candidate();
        return new SignedOpinion(
                printed.opinionId(),
                dossier.asked().facts().caseId(),
                FIRST_VERSION,
                new Signer(
                        candidate.person(),
                        dossier.signer().entry().displayName(),
                        request.licence().country(),
                        request.licence().number()),
                dossier.written().draft().content(),
                work.now(),
                printed.letter().key(),
                printed.letter().sha256());
    }
}
