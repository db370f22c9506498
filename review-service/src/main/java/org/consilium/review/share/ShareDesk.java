package org.consilium.review.share;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** Where links are made, opened and ended: the only place where one changes. */
@ApplicationScoped
class ShareDesk {

    /** More links to one letter nobody keeps in sight. */
    static final int MAX_IN_FORCE = 20;

    /** In the order they were made. */
    Uni<List<LetterShareRow>> page(UUID caseId, UUID after, int limit, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from LetterShareRow where caseId = :case and id > :after order by id",
                        LetterShareRow.class)
                .setParameter("case", caseId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The caller holds the case's review, so two that begin at once see each other. */
    Uni<Void> make(LetterShareRow share, UnitOfWork work) {
        return inForce(share.caseId, work)
                .invoke(ShareDesk::requireRoom)
                .chain(() -> work.session().persist(share));
    }

    private static void requireRoom(int inForce) {
        if (inForce >= MAX_IN_FORCE) {
            throw new Problem(409, "too-many-letter-shares", "Revoke a link to this letter first.");
        }
    }

    private static Uni<Integer> inForce(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select cast(count(*) as int) from letter_share
                        where case_id = :case and revoked_at is null and expires_at > :now
                          and tries < :most""",
                        Integer.class)
                .setParameter("case", caseId)
                .setParameter("most", LetterShareRow.MAX_TRIES)
                .setParameter("now", now(work))
                .getSingleResult();
    }

    /**
     * A passcode about to be tried.
     *
     * @param counts whether the link may be opened at all
     */
    record Try(LetterShareRow share, boolean counts) {}

    /**
     * Counted before the passcode is looked at: of many tries at once no more than there may be are
     * any. Null when there is no such link.
     */
    Uni<Try> takeTry(String tokenHash, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update letter_share set tries = tries + 1
                        where token_hash = :hash and tries < :most
                          and revoked_at is null and expires_at > :now""")
                .setParameter("hash", tokenHash)
                .setParameter("most", LetterShareRow.MAX_TRIES)
                .setParameter("now", now(work))
                .executeUpdate()
                .chain(
                        rows ->
                                byToken(tokenHash, work)
                                        .map(
                                                share ->
                                                        share == null
                                                                ? null
                                                                : new Try(share, rows == 1)));
    }

    private static Uni<LetterShareRow> byToken(String tokenHash, UnitOfWork work) {
        return work.session()
                .createQuery("from LetterShareRow where tokenHash = :hash", LetterShareRow.class)
                .setParameter("hash", tokenHash)
                .getSingleResultOrNull();
    }

    /** The tries before it are forgotten. Not found when it was revoked meanwhile. */
    Uni<Void> opened(UUID shareId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update letter_share set opened = opened + 1, opened_at = :now, tries = 0
                        where id = :id and revoked_at is null""")
                .setParameter("id", shareId)
                .setParameter("now", now(work))
                .executeUpdate()
                .invoke(ShareDesk::requireOne)
                .replaceWithVoid();
    }

    /** At once. Repeatable; not found when it is another case's. */
    Uni<Void> revoke(UUID caseId, UUID shareId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update letter_share set revoked_at = coalesce(revoked_at, :now)
                        where case_id = :case and id = :id""")
                .setParameter("case", caseId)
                .setParameter("id", shareId)
                .setParameter("now", now(work))
                .executeUpdate()
                .invoke(ShareDesk::requireOne)
                .replaceWithVoid();
    }

    /** Whoever made them lost a right of theirs: they do not come back with a new one. */
    Uni<Void> revokeAllOf(UUID caseId, UUID maker, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update letter_share set revoked_at = :now
                        where case_id = :case and made_by = :maker and revoked_at is null""")
                .setParameter("case", caseId)
                .setParameter("maker", maker)
                .setParameter("now", now(work))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw Problem.notFound();
        }
    }

    private static OffsetDateTime now(UnitOfWork work) {
        return work.now().atOffset(ZoneOffset.UTC);
    }
}
