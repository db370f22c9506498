package org.consilium.documents.cases;

import static org.consilium.contracts.Relation.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.work.UnitOfWork;

/**
 * How long a reviewer reads on once the opinion is released: as long as questions may be asked, and
 * beyond that until the last one is answered and no later version is being written.
 */
@ApplicationScoped
class FollowUps {

    private final CaseAccess access;

    FollowUps(CaseAccess access) {
        this.access = access;
    }

    /** The later release of an amended opinion opens it anew. */
    Uni<Void> open(UUID caseId, Instant until, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into follow_up_window (case_id, until) values (:case, :until)
                        on conflict (case_id) do update set until = excluded.until""")
                .setParameter("case", caseId)
                .setParameter("until", until.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(() -> readToTheEnd(caseId, work));
    }

    Uni<Void> asked(UUID caseId, UUID followUpId, UnitOfWork work) {
        return note(caseId, followUpId, work).chain(() -> readUntil(caseId, null, work));
    }

    private static Uni<Void> note(UUID caseId, UUID followUpId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into open_follow_up (follow_up_id, case_id) values (:id, :case)
                        on conflict do nothing""")
                .setParameter("id", followUpId)
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> answered(UUID caseId, UUID followUpId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from open_follow_up where follow_up_id = :id")
                .setParameter("id", followUpId)
                .executeUpdate()
                .chain(() -> readToTheEnd(caseId, work));
    }

    /**
     * Its author reads on as if a question were open, or again where the window has just passed; of
     * a case that has ended nobody is known any more. There is one at a time, so the case's own id
     * stands for it among the questions.
     */
    Uni<Void> amendmentBegun(UUID caseId, UUID author, UnitOfWork work) {
        return note(caseId, caseId, work)
                .chain(() -> access.everLetIn(caseId, REVIEWER, work))
                .chain(
                        known ->
                                known.contains(author)
                                        ? access.grant(caseId, author, REVIEWER, null, work)
                                        : Uni.createFrom().voidItem());
    }

    Uni<Void> amendmentEnded(UUID caseId, UnitOfWork work) {
        return answered(caseId, caseId, work);
    }

    /** Of the window, unless a question waits: then it is not told yet. */
    private Uni<Void> readToTheEnd(UUID caseId, UnitOfWork work) {
        return windowUnlessAsked(caseId, work)
                .chain(
                        until ->
                                until == null
                                        ? Uni.createFrom().voidItem()
                                        : readUntil(caseId, until.toInstant(), work));
    }

    /** Null while a question waits. */
    private static Uni<OffsetDateTime> windowUnlessAsked(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select until from follow_up_window w where case_id = :case
                          and not exists (select 1 from open_follow_up o where o.case_id = w.case_id)""",
                        OffsetDateTime.class)
                .setParameter("case", caseId)
                .getSingleResultOrNull();
    }

    private Uni<Void> readUntil(UUID caseId, Instant until, UnitOfWork work) {
        return access.people(caseId, Set.of(REVIEWER), work)
                .chain(reviewers -> each(reviewers, caseId, until, work));
    }

    private Uni<Void> each(Set<UUID> reviewers, UUID caseId, Instant until, UnitOfWork work) {
        var done = Uni.createFrom().voidItem();
        for (var reviewer : reviewers) {
            done = done.chain(() -> access.grant(caseId, reviewer, REVIEWER, until, work));
        }
        return done;
    }
}
