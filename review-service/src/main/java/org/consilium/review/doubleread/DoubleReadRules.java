package org.consilium.review.doubleread;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.Sha256;

/** Which cases are read twice: anybody can compute it again, and nobody can choose it. */
public final class DoubleReadRules {

    /** As many as eight hexadecimal digits can tell apart. */
    private static final double ALL = 4_294_967_296.0;

    private DoubleReadRules() {}

    /** Why; the codes are kept and shown. */
    enum Reason {
        HIGH_STAKES("high-stakes"),
        SAMPLED("sampled");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * Empty where one reading is enough.
     *
     * @param codes of the case: its reasons and its urgency
     */
    static Optional<Reason> choose(
            UUID caseId, Set<String> codes, Set<String> highStakes, double share) {
        if (!Collections.disjoint(codes, highStakes)) {
            return Optional.of(Reason.HIGH_STAKES);
        }
        return isSampled(caseId, share) ? Optional.of(Reason.SAMPLED) : Optional.empty();
    }

    /**
     * The first 32 bits of the SHA-256 of {@code double-read/} and the case's id, as a part of all.
     */
    public static boolean isSampled(UUID caseId, double share) {
        var drawn = Long.parseLong(Sha256.hex("double-read/" + caseId).substring(0, 8), 16);
        return drawn < share * ALL;
    }
}
