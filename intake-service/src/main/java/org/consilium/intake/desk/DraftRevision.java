package org.consilium.intake.desk;

import org.consilium.intake.cases.Case;
import org.consilium.kit.web.Problem;

/** The draft's {@code ETag}: it counts edits of the draft, not what else happens to the case. */
public final class DraftRevision {

    private DraftRevision() {}

    public static String of(Case seen) {
        return Integer.toString(seen.content().revision());
    }

    /**
     * What the client read.
     *
     * @throws Problem 428 without a header, 412 when it is none of our revisions
     */
    public static int read(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428, "if-match-required", "Send the draft's ETag in If-Match with each edit.");
        }
        var revision = ifMatch.strip().replaceAll("^\"|\"$", "");
        if (!revision.matches("\\d{1,9}")) {
            throw new Problem(412, "draft-was-changed", "If-Match is no ETag of this draft.");
        }
        return Integer.parseInt(revision);
    }
}
