package org.consilium.review.reviewers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;

/** Who may be asked, and how much they have to do. */
@ApplicationScoped
public class Reviewers {

    private final StoredJson json;

    Reviewers(StoredJson json) {
        this.json = json;
    }

    /** One statement, so that two at once who enter the same person get one refusal. */
    Uni<Void> add(UUID person, ReviewerEntry entry, UnitOfWork work) {
        var row = new ReviewerRow();
        write(entry, row);
        return work.session()
                .createNativeQuery(
                        """
                        insert into reviewer (person, version, active, organisation, capacity, entry)
                        values (:person, :version, :active, cast(cast(:organisation as text) as uuid), :capacity, :entry)
                        on conflict do nothing""")
                .setParameter("person", person)
                .setParameter("version", row.version)
                .setParameter("active", row.active)
                .setParameter(
                        "organisation",
                        row.organisation == null ? null : row.organisation.toString())
                .setParameter("capacity", row.capacity)
                .setParameter("entry", row.entry)
                .executeUpdate()
                .invoke(
                        added -> {
                            if (added == 0) {
                                throw new Problem(
                                        409,
                                        "reviewer-known",
                                        "This person is a reviewer already.");
                            }
                        })
                .replaceWithVoid();
    }

    Uni<ReviewerRow> forUpdate(UUID person, UnitOfWork work) {
        return work.session()
                .find(ReviewerRow.class, person, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<ReviewerRow> row(UUID person, UnitOfWork work) {
        return work.session()
                .find(ReviewerRow.class, person)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    void write(ReviewerEntry entry, ReviewerRow row) {
        row.version++;
        row.active = entry.status() == ReviewerEntry.Status.ACTIVE;
        row.organisation = entry.organisation();
        row.capacity = entry.capacity();
        row.entry = json.write(entry);
    }

    Uni<List<ReviewerRow>> page(UUID after, int size, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from ReviewerRow where person > :after order by person", ReviewerRow.class)
                .setParameter("after", after)
                .setMaxResults(size + 1)
                .getResultList();
    }

    /** Null when the person is no reviewer. */
    Uni<ReviewerEntry> find(UUID person, UnitOfWork work) {
        return work.session()
                .find(ReviewerRow.class, person)
                .map(row -> row == null ? null : read(row.entry));
    }

    /** Whether the person reviews, or reviewed, a case on whose patient's side the caller is. */
    Uni<Boolean> reviewsForCaller(UUID person, UUID caller, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select exists (
                            select 1 from review r join case_access a using (case_id)
                            where r.reviewer = :person and r.state <> 'offered' and a.person = :caller
                              and (a.until is null or a.until > :now)
                              and a.relation in ('PATIENT', 'REPRESENTATIVE', 'REFERRER'))""",
                        Boolean.class)
                .setParameter("person", person)
                .setParameter("caller", caller)
                .setParameter("now", work.now().atOffset(java.time.ZoneOffset.UTC))
                .getSingleResult();
    }

    ReviewerEntry read(String stored) {
        return json.read(stored, ReviewerEntry.class);
    }
}
