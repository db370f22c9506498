package org.consilium.intake.consents;

import java.util.List;
import java.util.Map;

/**
 * The wording that the patient agrees to.
 *
 * @param version grows with every change of text, purposes or scopes
 * @param purposes what for, by the service that is asked for
 */
public record ConsentText(
        String id,
        int version,
        Map<String, String> text,
        Map<String, String> purposes,
        List<Scope> scopes) {

    /** {@code needed}: without it nobody can submit for the patient. */
    public record Scope(String code, boolean needed, Map<String, String> label) {}
}
