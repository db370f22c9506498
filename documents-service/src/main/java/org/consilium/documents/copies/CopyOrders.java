package org.consilium.documents.copies;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.CopyFailed;
import org.consilium.contracts.DocumentsEvent.DocumentPaged;
import org.consilium.documents.copies.CopyJob.Copy;
import org.consilium.documents.copies.ReadingCopies.Reason;
import org.consilium.documents.copies.WantedCopy.Source;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;

/** The rows of what is to be made: who makes it until when, and what came of it. */
@ApplicationScoped
class CopyOrders {

    /** A machine under load may be too slow once; a file that breaks the worker breaks it again. */
    private static final int TRIES = 3;

    private final CopyConfig config;
    private final Ids ids;
    private final Outbox outbox;

    CopyOrders(CopyConfig config, Ids ids, Outbox outbox) {
        this.config = config;
        this.ids = ids;
        this.outbox = outbox;
    }

    /** Null when nothing waits. */
    Uni<WantedCopy> next(UnitOfWork work) {
        var lease = ids.next();
        return work.session()
                .createNativeQuery(
                        """
                        update reading_copy c set lease = :lease, try_at = :until
                        from document d
                        where d.id = c.document_id and c.document_id = (
                            select document_id from reading_copy
                            where state = 'wanted' and try_at <= :now
                              and exists (select 1 from document a where a.id = reading_copy.document_id and a.state = 'accepted')
                            order by try_at limit 1 for update skip locked)
                        returning d.id, d.object_key, d.bytes, d.content_type, d.pages""",
                        Tuple.class)
                .setParameter("lease", lease)
                .setParameter("until", until(work))
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getSingleResultOrNull()
                .chain(
                        row ->
                                row == null
                                        ? Uni.createFrom().nullItem()
                                        : sources(row, work)
                                                .map(sources -> wanted(row, lease, sources)));
    }

    Uni<Void> renew(Collection<UUID> leases, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "update reading_copy set try_at = :until where state = 'wanted' and lease in (:leases)")
                .setParameter("until", until(work))
                .setParameter("leases", List.copyOf(leases))
                .executeUpdate()
                .replaceWithVoid();
    }

    private OffsetDateTime until(UnitOfWork work) {
        return work.now().plus(config.lease()).atOffset(ZoneOffset.UTC);
    }

    /** Nothing when somebody else makes it meanwhile; what was stored is swept then. */
    Uni<Void> conclude(WantedCopy wanted, Copy made, UnitOfWork work) {
        return settle(wanted, "made", work)
                .chain(
                        settled ->
                                settled == 0
                                        ? Uni.createFrom().voidItem()
                                        : add(wanted.documentId(), made.objects(), work)
                                                .chain(() -> tellPages(wanted, made, work)));
    }

    private Uni<Void> tellPages(WantedCopy wanted, Copy made, UnitOfWork work) {
        return made.pages() == null
                ? Uni.createFrom().voidItem()
                : work.session()
                        .createNativeQuery(
                                "select case_id from document where id = :id", UUID.class)
                        .setParameter("id", wanted.documentId())
                        .getSingleResult()
                        .map(id -> new DocumentPaged(id, wanted.documentId(), made.pages()))
                        .call(paged -> outbox.append(paged, work))
                        .replaceWithVoid();
    }

    /** Tried again a few times unless there is no hope, then failed for good, which is told. */
    Uni<Void> fail(WantedCopy wanted, Reason reason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update reading_copy c set tries = tries + 1, lease = null, reason = :reason,
                               state = case when :hopeless or tries + 1 >= :tries then 'failed' else c.state end,
                               try_at = :next
                        from document d
                        where c.document_id = :id and c.lease = :lease and c.state = 'wanted'
                          and d.id = c.document_id and d.state = 'accepted'
                        returning c.state as state, d.case_id as case_id, d.uploaded_by as uploaded_by""",
                        Tuple.class)
                .setParameter("reason", reason.code())
                .setParameter("hopeless", reason == Reason.CANNOT_BE_READ)
                .setParameter("tries", TRIES)
                .setParameter("next", work.now().plus(config.pause()).atOffset(ZoneOffset.UTC))
                .setParameter("id", wanted.documentId())
                .setParameter("lease", wanted.lease())
                .getSingleResultOrNull()
                .chain(
                        row ->
                                row == null || !row.get("state", String.class).equals("failed")
                                        ? Uni.createFrom().voidItem()
                                        : tell(row, wanted, reason, work));
    }

    private Uni<Void> tell(Tuple row, WantedCopy wanted, Reason reason, UnitOfWork work) {
        var failed =
                new CopyFailed(
                        row.get("case_id", UUID.class),
                        wanted.documentId(),
                        row.get("uploaded_by", UUID.class),
                        reason.code());
        return outbox.append(failed, work).replaceWithVoid();
    }

    /**
     * The store was away, or no worker could be started or kept alive, which is no word about the
     * file: doubling from 5 seconds up to 43 minutes.
     */
    Uni<Void> postpone(WantedCopy wanted, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update reading_copy set lease = null, away = away + 1,
                               try_at = cast(:now as timestamptz) + interval '5 seconds' * power(2, least(away, 9))
                        where document_id = :id and lease = :lease and state = 'wanted'""")
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("id", wanted.documentId())
                .setParameter("lease", wanted.lease())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Integer> settle(WantedCopy wanted, String state, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update reading_copy set state = :state, lease = null
                        where document_id = :id and lease = :lease and state = 'wanted'""")
                .setParameter("state", state)
                .setParameter("id", wanted.documentId())
                .setParameter("lease", wanted.lease())
                .executeUpdate();
    }

    private static Uni<Void> add(UUID documentId, List<Derived> made, UnitOfWork work) {
        var done = Uni.createFrom().voidItem();
        for (var object : made) {
            done = done.chain(() -> add(documentId, object, work));
        }
        return done;
    }

    private static Uni<Void> add(UUID documentId, Derived object, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into derived_object (object_key, document_id, page, content_type, bytes, sha256)
                        values (:key, :id, :page, :type, :bytes, :sha256)""")
                .setParameter("key", object.objectKey())
                .setParameter("id", documentId)
                .setParameter("page", object.page())
                .setParameter("type", object.contentType())
                .setParameter("bytes", object.bytes())
                .setParameter("sha256", object.sha256())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Of a paper, what stands at each place; never more than one is accepted there. */
    private static Uni<List<Source>> sources(Tuple row, UnitOfWork work) {
        if (row.get("pages") == null) {
            return Uni.createFrom().item(List.of(source(row)));
        }
        return work.session()
                .createNativeQuery(
                        """
                        select d.object_key, d.bytes from paper_page p join document d on d.id = p.document_id
                        where p.paper = :id and d.state = 'accepted' order by p.number""",
                        Tuple.class)
                .setParameter("id", row.get("id", UUID.class))
                .getResultList()
                .map(pages -> pages.stream().map(CopyOrders::source).toList());
    }

    private static Source source(Tuple row) {
        return new Source(
                row.get("object_key", UUID.class).toString(), row.get("bytes", Long.class));
    }

    private static WantedCopy wanted(Tuple row, UUID lease, List<Source> sources) {
        return new WantedCopy(
                row.get("id", UUID.class),
                lease,
                row.get("content_type", String.class),
                row.get("pages") != null,
                sources);
    }
}
