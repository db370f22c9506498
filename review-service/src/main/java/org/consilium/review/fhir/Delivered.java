package org.consilium.review.fhir;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.opinion.SignedOpinion;

/**
 * All that the document says of one version of an opinion.
 *
 * @param page the letter in words, scored as it was printed
 * @param replaced the opinion id of the version before; null for a first version
 * @param installation whose seal stands on the letter
 */
record Delivered(
        SignedOpinion opinion,
        LetterPage page,
        LetterWords words,
        UUID replaced,
        String installation) {

    /** The same for the same opinion at any time: whoever fetches it twice has one document. */
    UUID idOf(String part) {
        var name = opinion.opinionId() + "/" + part;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    UUID patient() {
        return idOf("patient");
    }

    UUID signer() {
        return idOf("signer");
    }

    /** The signer in the name of the installation. */
    UUID role() {
        return idOf("role");
    }

    UUID custodian() {
        return idOf("installation");
    }

    UUID axis(String code) {
        return idOf("axis/" + code);
    }

    String signedAt() {
        return opinion.signedAt().toString();
    }

    String title() {
        return words.of(page.values().isEmpty() ? "title" : "title-of-results");
    }
}
