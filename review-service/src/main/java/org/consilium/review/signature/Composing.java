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
import org.consilium.review.signature.Signing.Composed;
import org.consilium.review.words.Words;

/**
 * Composes the letter of a draft that may be signed. It asks another service for words, so it comes
 * before the transaction of the signature and not inside.
 */
@ApplicationScoped
class Composing {

    private final Transactions transactions;
    private final Dossiers dossiers;
    private final Words words;
    private final Ids ids;
    private final Clock clock;

    Composing(Transactions transactions, Dossiers dossiers, Words words, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.dossiers = dossiers;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Null when the review is not at the point where an opinion is written: a repeated request, or
     * a refusal that the lifecycle tells.
     */
    Uni<Composed> compose(UUID caseId, UUID reviewer, SignatureRequest request, String bearer) {
        return transactions
                .inTransaction(Actor.person(reviewer), work -> dossiers.of(caseId, reviewer, work))
                .chain(
                        dossier ->
                                dossier.written().isOpen()
                                        ? composed(dossier, request, bearer)
                                        : Uni.createFrom().nullItem());
    }

    /** The words come first: they tell which language the summary has to be in. */
    private Uni<Composed> composed(Dossier dossier, SignatureRequest request, String bearer) {
        var day = LocalDate.now(clock);
        var opinionId = ids.next();
        return words.of(dossier.asked().facts().submitted(), bearer)
                .map(known -> composed(dossier, request, known, opinionId, day));
    }

    private static Composed composed(
            Dossier dossier,
            SignatureRequest request,
            Words.OfCase known,
            UUID opinionId,
            LocalDate day) {
        var own = LetterWords.in(known.caseWords().letterLanguage());
        SignOff.check(dossier, request, own.language(), day);
        var entry = dossier.signer().entry();
        var licence = request.licence().country() + " " + request.licence().number();
        var signature =
                new Signature(
                        entry.displayName(),
                        String.join(", ", entry.degrees()),
                        licence,
                        opinionId.toString(),
                        dossier.written().draft().opinionVersion());
        var page = new LetterText(known, own).page(dossier, request.writtenIn(), signature, day);
        return new Composed(opinionId, dossier.written().draft().version(), page, own.language());
    }
}
