package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/** An opinion as its readers see it; what only a signed one has is absent from a draft. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpinionView(
        Status status,
        UUID opinionId,
        int version,
        SignedOpinion.Signer signer,
        Instant signedAt,
        AgreementLabel label,
        NotCompared notCompared,
        String letterSha256,
        OpinionContent content) {

    enum Status {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("signed")
        SIGNED
    }

    static OpinionView of(Opinions.Draft draft) {
        return new OpinionView(
                Status.DRAFT, null, draft.version(), null, null, null, null, null, draft.content());
    }

    static OpinionView of(SignedOpinion signed) {
        return new OpinionView(
                Status.SIGNED,
                signed.opinionId(),
                signed.version(),
                signed.signer(),
                signed.signedAt(),
                AgreementLabel.of(signed.content()).orElse(null),
                NotCompared.of(signed.content()).orElse(null),
                signed.letterSha256(),
                signed.content());
    }
}
