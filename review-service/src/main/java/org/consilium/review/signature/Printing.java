package org.consilium.review.signature;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.review.letter.LetterPage.Signature;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.letter.Letters;
import org.consilium.review.signature.Signing.Printed;
import org.consilium.review.words.Words;

/**
 * Prints the letter of a draft that may be signed. It takes seconds and asks other services, so it
 * comes before the transaction of the signature and not inside.
 */
@ApplicationScoped
class Printing {

    private final Transactions transactions;
    private final Dossiers dossiers;
    private final Words words;
    private final Letters letters;
    private final Ids ids;
    private final Clock clock;

    Printing(
            Transactions transactions,
            Dossiers dossiers,
            Words words,
            Letters letters,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.dossiers = dossiers;
        this.words = words;
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Null when the review is not at the point where an opinion is written: a repeated request, or
     * a refusal that the lifecycle tells.
     */
    Uni<Printed> print(UUID caseId, UUID reviewer, SignatureRequest request, String bearer) {
        return transactions
                .inTransaction(Actor.person(reviewer), work -> dossiers.of(caseId, reviewer, work))
                .chain(
                        dossier ->
                                dossier.written().isOpen()
                                        ? printed(dossier, request, bearer)
                                        : Uni.createFrom().nullItem());
    }

    private Uni<Printed> printed(Dossier dossier, SignatureRequest request, String bearer) {
        var day = LocalDate.now(clock);
        SignOff.check(dossier, request, day);
        var opinionId = ids.next();
        return words.of(dossier.asked().facts().submitted(), bearer)
                .chain(known -> letter(dossier, request, known, opinionId, day))
                .map(kept -> new Printed(opinionId, dossier.written().draft().version(), kept));
    }

    private Uni<Letters.Kept> letter(
            Dossier dossier,
            SignatureRequest request,
            Words.OfCase known,
            UUID opinionId,
            LocalDate day) {
        var own = LetterWords.in(known.caseWords().letterLanguage());
        var entry = dossier.signer().entry();
        var licence = request.licence().country() + " " + request.licence().number();
        var signature =
                new Signature(
                        entry.displayName(),
                        String.join(", ", entry.degrees()),
                        licence,
                        opinionId.toString(),
                        1);
        var page = new LetterText(known, own).page(dossier, signature, day);
        return letters.make(page, own);
    }
}
