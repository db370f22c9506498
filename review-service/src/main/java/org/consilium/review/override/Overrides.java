package org.consilium.review.override;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Review.Proposal;

/**
 * Every proposal in the words of who made it, and what a second clinical lead said. Which one
 * waits, the review knows: whoever writes here holds its lock.
 */
@ApplicationScoped
class Overrides {

    private final StoredJson json;

    Overrides(StoredJson json) {
        this.json = json;
    }

    Uni<OverrideRow> keep(
            UUID caseId,
            Proposal proposal,
            OverrideResource.OverrideProposal wish,
            UnitOfWork work) {
        var row = new OverrideRow();
        row.id = proposal.overrideId();
        row.caseId = caseId;
        row.reviewer = proposal.reviewer();
        row.rules = json.write(new TreeSet<>(proposal.rules()));
        row.proposedBy = proposal.proposedBy();
        row.reason = wish.reason();
        row.text = wish.text();
        row.proposedAt = work.now();
        return work.session().persist(row).replaceWith(row);
    }

    /** Fails with not-found when the case has no such. */
    Uni<OverrideRow> find(UUID caseId, UUID overrideId, UnitOfWork work) {
        return work.session()
                .find(OverrideRow.class, overrideId)
                .map(row -> row != null && row.caseId.equals(caseId) ? row : null)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** In the order they were proposed. */
    Uni<List<OverrideRow>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery("from OverrideRow where caseId = :case order by id", OverrideRow.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /** The ids of those that were to be set aside. */
    Set<String> rules(OverrideRow row) {
        return json.read(row.rules, new TypeReference<TreeSet<String>>() {});
    }
}
