package org.consilium.documents.links;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** Where links are made, used and ended: the only place where one changes. */
@ApplicationScoped
public class LinkDesk {

    /** A case has a handful of relatives; more links than this nobody keeps in sight. */
    static final int MAX_IN_FORCE = 20;

    private final ChecklistDesk checklist;
    private final DocumentDesk documents;

    LinkDesk(ChecklistDesk checklist, DocumentDesk documents) {
        this.checklist = checklist;
        this.documents = documents;
    }

    /** The case's shelf is held, so a case that ends and a link that begins see each other. */
    Uni<Void> make(UploadLink link, String tokenHash, UnitOfWork work) {
        return checklist
                .caseHasEnded(link.caseId(), work)
                .invoke(
                        ended -> {
                            if (ended) {
                                throw LinkRefusal.CASE_HAS_ENDED.problem();
                            }
                        })
                .chain(() -> inForce(link.caseId(), work))
                .invoke(
                        inForce -> {
                            if (inForce >= MAX_IN_FORCE) {
                                throw LinkRefusal.TOO_MANY_LINKS.problem();
                            }
                        })
                .chain(() -> add(link, tokenHash, work));
    }

    /** Takes one file of this size off what is left, and notes whose link brought it. */
    public Uni<Void> use(UploadLink link, UUID documentId, long bytes, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update upload_link set files = files + 1, bytes = bytes + :bytes
                        where id = :id and revoked_at is null
                          and files < max_files and bytes + :bytes <= max_bytes""")
                .setParameter("id", link.id())
                .setParameter("bytes", bytes)
                .executeUpdate()
                .invoke(
                        rows -> {
                            if (rows == 0) {
                                throw LinkRefusal.LINK_IS_USED_UP.problem();
                            }
                        })
                .chain(() -> note(link, documentId, work));
    }

    /** It came by this link. */
    public Uni<Void> note(UploadLink link, UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("update document set upload_link = :link where id = :id")
                .setParameter("link", link.id())
                .setParameter("id", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** At once: what is under way is given up. Repeatable; not found when it is another case's. */
    Uni<Void> revoke(UUID caseId, UUID linkId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update upload_link set revoked_at = coalesce(revoked_at, :now)
                        where case_id = :case and id = :id""")
                .setParameter("case", caseId)
                .setParameter("id", linkId)
                .setParameter("now", now(work))
                .executeUpdate()
                .invoke(
                        rows -> {
                            if (rows == 0) {
                                throw Problem.notFound();
                            }
                        })
                .chain(() -> unfinished(linkId, work))
                .chain(ids -> documents.discard(ids, work));
    }

    /** Whoever made them lost their own right: it does not come back with a new one. */
    public Uni<Void> revokeAllOf(UUID caseId, UUID maker, UnitOfWork work) {
        return revokeEach(
                caseId,
                work.session()
                        .createNativeQuery(
                                """
                                select id from upload_link
                                where case_id = :case and made_by = :maker and revoked_at is null""",
                                UUID.class)
                        .setParameter("case", caseId)
                        .setParameter("maker", maker)
                        .getResultList(),
                work);
    }

    /** The case has ended. */
    public Uni<Void> revokeAll(UUID caseId, UnitOfWork work) {
        return revokeEach(
                caseId,
                work.session()
                        .createNativeQuery(
                                "select id from upload_link where case_id = :case and revoked_at is null",
                                UUID.class)
                        .setParameter("case", caseId)
                        .getResultList(),
                work);
    }

    private Uni<Void> revokeEach(UUID caseId, Uni<List<UUID>> found, UnitOfWork work) {
        return found.chain(
                ids -> {
                    Uni<Void> done = Uni.createFrom().voidItem();
                    for (var id : ids) {
                        done = done.chain(() -> revoke(caseId, id, work));
                    }
                    return done;
                });
    }

    private static Uni<Integer> inForce(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select cast(count(*) as int) from upload_link
                        where case_id = :case and revoked_at is null and expires_at > :now""",
                        Integer.class)
                .setParameter("case", caseId)
                .setParameter("now", now(work))
                .getSingleResult();
    }

    private static Uni<Void> add(UploadLink link, String tokenHash, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into upload_link (id, case_id, token_hash, kinds, max_files, max_bytes,
                                                 made_by, made_at, expires_at)
                        values (:id, :case, :hash, :kinds, :files, :bytes, :by, :at, :until)""")
                .setParameter("id", link.id())
                .setParameter("case", link.caseId())
                .setParameter("hash", tokenHash)
                .setParameter("kinds", String.join(" ", link.kinds()))
                .setParameter("files", link.maxFiles())
                .setParameter("bytes", link.maxBytes())
                .setParameter("by", link.madeBy())
                .setParameter("at", link.madeAt().atOffset(ZoneOffset.UTC))
                .setParameter("until", link.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<List<UUID>> unfinished(UUID linkId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select id from document
                        where upload_link = :link and state = 'uploading' and bytes_here < bytes
                        order by id""",
                        UUID.class)
                .setParameter("link", linkId)
                .getResultList();
    }

    private static OffsetDateTime now(UnitOfWork work) {
        return work.now().atOffset(ZoneOffset.UTC);
    }
}
