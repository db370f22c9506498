package org.consilium.kit.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.AccessLog.Access;

/**
 * Who looked, for the patient's side: the newest first.
 *
 * @param next to be sent back as {@code before}; null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessPage(List<Look> items, Long next) {

    private static final Set<String> NAMED =
            Set.of(Rule.name(Relation.REVIEWER), Rule.name(Relation.BREAK_GLASS));

    /** What one request may ask for at most. */
    public static final int MAX_SIZE = 100;

    /**
     * One look.
     *
     * @param person only a reviewer's, whose professional name the family knows, and of whoever
     *     broke the glass; others are told by how they stand to the case
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Look(Instant at, String as, String operation, UUID person) {

        static Look of(Access access) {
            boolean known = NAMED.contains(access.standing());
            return new Look(
                    access.at(),
                    access.standing(),
                    access.operation(),
                    known ? access.person() : null);
        }
    }

    public static Uni<AccessPage> of(AccessLog log, UUID caseId, Long before, int size) {
        return log.before(caseId, before, size + 1).map(found -> page(found, size));
    }

    private static AccessPage page(List<Access> found, int size) {
        var shown = found.subList(0, Math.min(size, found.size()));
        return new AccessPage(
                shown.stream().map(Look::of).toList(),
                found.size() > size ? shown.getLast().seq() : null);
    }
}
