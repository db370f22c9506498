package org.consilium.review.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** Questions after the release, and the addenda that answer them; neither is ever changed. */
@ApplicationScoped
class FollowUps {

    /** A question with its addendum; that is null while it waits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowUpView(UUID followUpId, String text, Instant askedAt, Addendum addendum) {

        record Addendum(UUID addendumId, UUID reviewer, String text, Instant signedAt) {}

        static FollowUpView of(Object[] pair) {
            var asked = (FollowUpRow) pair[0];
            var answer = (AddendumRow) pair[1];
            return new FollowUpView(
                    asked.id,
                    asked.text,
                    asked.askedAt,
                    answer == null
                            ? null
                            : new Addendum(
                                    answer.id, answer.reviewer, answer.text, answer.signedAt));
        }
    }

    Uni<Void> keep(FollowUpRow asked, UnitOfWork work) {
        return work.session().persist(asked);
    }

    Uni<Void> keep(AddendumRow signed, UnitOfWork work) {
        return work.session().persist(signed);
    }

    /** In the order they were asked. */
    Uni<List<FollowUpView>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        """
                        select f, a from FollowUpRow f left join AddendumRow a on a.followUpId = f.id
                        where f.caseId = :case order by f.id""",
                        Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(pairs -> pairs.stream().map(FollowUpView::of).toList());
    }
}
