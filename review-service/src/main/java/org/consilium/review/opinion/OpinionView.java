package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * An opinion as its readers see it; what only a signed one has is absent from a draft.
 *
 * @param replaces which version this one replaces, and why; absent for a first version
 * @param replacedBy the version that took its place; absent while none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpinionView(
        Status status,
        UUID opinionId,
        int version,
        SignedOpinion.Signer signer,
        Instant signedAt,
        Replaced replaces,
        Integer replacedBy,
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
                Status.DRAFT,
                null,
                draft.version(),
                null,
                null,
                draft.replaces(),
                null,
                null,
                null,
                null,
                draft.content());
    }

    static OpinionView of(SignedOpinion signed, Integer replacedBy) {
        return new OpinionView(
                Status.SIGNED,
                signed.opinionId(),
                signed.version(),
                signed.signer(),
                signed.signedAt(),
                signed.replaces(),
                replacedBy,
                AgreementLabel.of(signed.content()).orElse(null),
                NotCompared.of(signed.content()).orElse(null),
                signed.letterSha256(),
                signed.content());
    }
}
