package org.consilium.kit.web;

/** The version an editor started from, as the {@code If-Match} header tells it. */
public final class IfMatch {

    private IfMatch() {}

    /** Refuses an edit that names no version (428) or another one than the current (412). */
    public static void check(String header, int current) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    428, "precondition-required", "Send the ETag of what you edited as If-Match.");
        }
        if (!header.strip().replaceAll("^\"|\"$", "").equals(Integer.toString(current))) {
            throw new Problem(
                    412, "edited-meanwhile", "It was edited since you read it: read it again.");
        }
    }
}
