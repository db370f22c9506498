package org.consilium.review.correction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** Of each case the last one; it counts for the reviewer whom it names and for nobody after. */
@ApplicationScoped
public class QuestionedAssignments {

    /**
     * Waits for a clinical lead.
     *
     * @param since when triage was set right
     * @param rules the matching rules that speak against the reviewer by now; empty when none does
     */
    public record Questioned(Instant since, List<String> rules) {}

    public Uni<Void> question(UUID caseId, UUID reviewer, Set<String> rules, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into questioned_assignment (case_id, reviewer, rules, questioned_at)
                        values (:case, :reviewer, :rules, :now)
                        on conflict (case_id) do update
                        set reviewer = excluded.reviewer, rules = excluded.rules, questioned_at = excluded.questioned_at,
                            confirmed_by = null, confirmed_at = null""")
                .setParameter("case", caseId)
                .setParameter("reviewer", reviewer)
                .setParameter("rules", String.join(" ", rules))
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Null when nothing about the case's reviewer waits for a clinical lead. */
    public Uni<Questioned> open(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select q.questioned_at, q.rules from questioned_assignment q join review r using (case_id)
                        where q.case_id = :case and q.confirmed_by is null and r.reviewer = q.reviewer""",
                        Object[].class)
                .setParameter("case", caseId)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : questioned(row));
    }

    private static Questioned questioned(Object[] row) {
        var rules = (String) row[1];
        return new Questioned(
                ((OffsetDateTime) row[0]).toInstant(),
                rules.isEmpty() ? List.of() : List.of(rules.split(" ")));
    }

    /** Of whom; null when nothing about the case's reviewer waited. */
    public Uni<UUID> confirm(UUID caseId, UUID lead, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update questioned_assignment q set confirmed_by = :lead, confirmed_at = :now
                        from review r where q.case_id = :case and q.confirmed_by is null
                                        and r.case_id = q.case_id and r.reviewer = q.reviewer
                        returning q.reviewer""",
                        UUID.class)
                .setParameter("lead", lead)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("case", caseId)
                .getSingleResultOrNull();
    }
}
