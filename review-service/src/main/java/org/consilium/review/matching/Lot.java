package org.consilium.review.matching;

import java.util.UUID;
import org.consilium.kit.work.Sha256;

/**
 * Who goes first of those whom nothing else tells apart: the SHA-256 of {@code case/reviewer}, in
 * hex. Anybody can draw it again, nobody can choose it, and over many cases each comes first as
 * often as the others; an order by id would always ask the same person first.
 */
final class Lot {

    private Lot() {}

    static String of(UUID caseId, UUID reviewer) {
        return Sha256.hex(caseId + "/" + reviewer);
    }
}
