package org.consilium.review.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.lifecycle.ReviewCommand.AnswerFollowUp;
import org.consilium.review.opinion.OpinionReading;

/** Questions after the release, and the addenda that answer them; neither is ever changed. */
@ApplicationScoped
class FollowUps {

    private final OpinionReading reading;
    private final Ids ids;

    FollowUps(OpinionReading reading, Ids ids) {
        this.reading = reading;
        this.ids = ids;
    }

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

    FollowUpRow asked(UUID caseId, UUID person, String text, UnitOfWork work) {
        var row = new FollowUpRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.askedBy = person;
        row.text = text;
        row.askedAt = work.now();
        return row;
    }

    AnswerFollowUp answering(UUID followUpId, UUID reviewer) {
        return new AnswerFollowUp(followUpId, ids.next(), reviewer);
    }

    AddendumRow addendum(AnswerFollowUp command, UUID opinion, String text, UnitOfWork work) {
        var row = new AddendumRow();
        row.id = command.addendumId();
        row.followUpId = command.followUpId();
        row.opinionId = opinion;
        row.reviewer = command.reviewer();
        row.text = text;
        row.signedAt = work.now();
        return row;
    }

    Uni<Void> keep(FollowUpRow asked, UnitOfWork work) {
        return work.session().persist(asked);
    }

    Uni<Void> keep(AddendumRow signed, UnitOfWork work) {
        return work.session().persist(signed);
    }

    /**
     * In the order they were asked. An addendum is part of the opinion: who may not read the one
     * reads no other.
     */
    Uni<List<FollowUpView>> of(UUID caseId, Viewer viewer, UnitOfWork work) {
        return reading.signed(caseId, null, viewer, work).chain(() -> of(caseId, work));
    }

    private static Uni<List<FollowUpView>> of(UUID caseId, UnitOfWork work) {
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
