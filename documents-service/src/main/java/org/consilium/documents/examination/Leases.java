package org.consilium.documents.examination;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;

/** Who examines which document until when, as the rows say. */
@ApplicationScoped
class Leases {

    /** After so many failed examinations a document counts as stuck. */
    static final int STUCK_AFTER = 5;

    private final ExaminationConfig config;
    private final Ids ids;

    Leases(ExaminationConfig config, Ids ids) {
        this.config = config;
        this.ids = ids;
    }

    /**
     * Null when nothing waits that is no larger. A large file lets small ones pass that came up to
     * a few minutes later, and no longer.
     */
    Uni<Candidate> next(long maxBytes, UnitOfWork work) {
        var lease = ids.next();
        return work.session()
                .createNativeQuery(
                        """
                        update document set examiner = :lease, examine_at = :until
                        where id = (
                            select id from document
                            where state = 'received' and examine_at <= :now and bytes <= :most
                            order by examine_at + bytes * interval '1 microsecond'
                            limit 1 for update skip locked)
                        returning id, object_key, file_name, sha256, bytes, examinations""",
                        Tuple.class)
                .setParameter("lease", lease)
                .setParameter("until", until(work))
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("most", maxBytes)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : candidate(row, lease));
    }

    Uni<Void> renew(Collection<UUID> leases, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update document set examine_at = :until
                        where state = 'received' and examiner in (:leases)""")
                .setParameter("until", until(work))
                .setParameter("leases", List.copyOf(leases))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether nobody else took it meanwhile; if so, it is held until the transaction ends. */
    Uni<Boolean> holds(Candidate candidate, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select 1 from document
                        where id = :id and examiner = :lease and state = 'received' for update""",
                        Integer.class)
                .setParameter("id", candidate.documentId())
                .setParameter("lease", candidate.lease())
                .getSingleResultOrNull()
                .map(held -> held != null);
    }

    /**
     * Doubling from a second to a minute: it fails closed, and not for longer than it has to. What
     * does not pass by itself is looked at once a day.
     */
    Uni<Void> postpone(Candidate candidate, Trouble trouble, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update document set examinations = examinations + 1, trouble = :trouble, examiner = null,
                               examine_at = cast(:now as timestamptz) + case
                                   when :hopeless and examinations + 1 >= :stuck then interval '1 day'
                                   else least(interval '1 minute', interval '1 second' * power(2, least(examinations, 6)))
                               end
                        where id = :id and examiner = :lease and state = 'received'""")
                .setParameter("trouble", trouble.code())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("hopeless", trouble.isForGood())
                .setParameter("stuck", STUCK_AFTER)
                .setParameter("id", candidate.documentId())
                .setParameter("lease", candidate.lease())
                .executeUpdate()
                .replaceWithVoid();
    }

    private OffsetDateTime until(UnitOfWork work) {
        return work.now().plus(config.lease()).atOffset(ZoneOffset.UTC);
    }

    private static Candidate candidate(Tuple row, UUID lease) {
        return new Candidate(
                row.get("id", UUID.class),
                lease,
                row.get("object_key", UUID.class).toString(),
                row.get("file_name", String.class),
                row.get("sha256", String.class),
                row.get("bytes", Long.class),
                row.get("examinations", Integer.class));
    }
}
