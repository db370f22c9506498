package org.consilium.review.letter;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.consilium.review.opinion.SignedOpinion;

/** A letter as it leaves: to be kept by whoever asked and by nothing on the way. */
public final class LetterAnswer {

    private LetterAnswer() {}

    public static Uni<Response> of(SignedOpinion signed, Letters letters) {
        return letters.read(new Letters.Kept(signed.letterKey(), signed.letterSha256()))
                .map(pdf -> response(signed, pdf));
    }

    private static Response response(SignedOpinion signed, byte[] pdf) {
        return Response.ok(pdf)
                .header("ETag", "\"" + signed.letterSha256() + "\"")
                .header("Content-Disposition", "attachment; filename=\"second-opinion.pdf\"")
                .header("Content-Security-Policy", "sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
