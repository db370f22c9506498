package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReading.InAdjudication;
import org.consilium.review.lifecycle.SecondReading.Wanted;

/** The second readings as they are stored; of each case at most one. */
@ApplicationScoped
public class SecondReadings {

    /**
     * A case that is read twice.
     *
     * @param reason {@code high-stakes} or {@code sampled}
     * @param state its name
     * @param reader who is asked, reads or has read; null while nobody does
     */
    public record Second(String reason, String state, UUID reader, SecondReading reading) {

        static Second of(SecondReadingRow row) {
            return row == null
                    ? null
                    : new Second(row.reason, row.state, row.reader, row.toReading());
        }
    }

    /** Null when the case is not read twice. */
    public Uni<Second> find(UUID caseId, UnitOfWork work) {
        return work.session().find(SecondReadingRow.class, caseId).map(Second::of);
    }

    /** The same where a command follows, for whoever holds the review. */
    public Uni<Second> findLocked(UUID caseId, UnitOfWork work) {
        return forUpdate(caseId, work).map(Second::of);
    }

    /** Null when the case is not read twice. */
    Uni<SecondReadingRow> forUpdate(UUID caseId, UnitOfWork work) {
        return work.session().find(SecondReadingRow.class, caseId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** False when it was decided before: whoever takes the case over changes nothing about it. */
    public Uni<Boolean> begin(Wanted wanted, String reason, UnitOfWork work) {
        return forUpdate(wanted.caseId(), work)
                .chain(
                        known -> {
                            if (known != null) {
                                return Uni.createFrom().item(false);
                            }
                            var row = new SecondReadingRow();
                            row.caseId = wanted.caseId();
                            row.reason = reason;
                            row.chosenAt = work.now();
                            row.become(wanted);
                            return work.session().persist(row).replaceWith(true);
                        });
    }

    /** Of these reviews those whose two readings wait for somebody to decide between them. */
    public Uni<Set<UUID>> inAdjudication(Collection<Review> reviews, UnitOfWork work) {
        var checked =
                reviews.stream()
                        .filter(InQualityReview.class::isInstance)
                        .map(InQualityReview.class::cast)
                        .collect(Collectors.toMap(Review::caseId, InQualityReview::opinionId));
        return checked.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : work.session()
                        .createNativeQuery(
                                """
                                select case_id, reason, chosen_at, state, reader, details from second_reading
                                where state = :state and case_id in (:cases)""",
                                SecondReadingRow.class)
                        .setParameter("state", StateJson.name(InAdjudication.class))
                        .setParameter("cases", checked.keySet())
                        .getResultList()
                        .map(rows -> waiting(rows, checked));
    }

    private static Set<UUID> waiting(List<SecondReadingRow> rows, Map<UUID, UUID> checked) {
        return rows.stream()
                .filter(
                        row ->
                                row.toReading() instanceof InAdjudication it
                                        && it.opinionId().equals(checked.get(row.caseId)))
                .map(row -> row.caseId)
                .collect(Collectors.toUnmodifiableSet());
    }

    Uni<Set<UUID>> adjudicators(UUID caseId, UnitOfWork work) {
        return people("select decided_by from adjudication where case_id = :case", caseId, work);
    }

    /** Who checked an opinion of the case. */
    public Uni<Set<UUID>> checkers(UUID caseId, UnitOfWork work) {
        return people("select checked_by from quality_review where case_id = :case", caseId, work);
    }

    /**
     * Who has, or may have, seen anything of the case: was asked or assigned, checked or compared,
     * or decided about it.
     */
    public Uni<Set<UUID>> everConcerned(UUID caseId, UnitOfWork work) {
        return people(
                """
                        select reviewer from offer where case_id = :case
                        union select reviewer from review where case_id = :case and reviewer is not null
                        union select reviewer from reading where case_id = :case
                        union select checked_by from quality_review where case_id = :case
                        union select compared_by from reading_comparison where case_id = :case
                        union select proposed_by from assignment_override where case_id = :case
                        union select reviewer from assignment_override where case_id = :case
                        union select decided_by from assignment_override where case_id = :case and decided_by is not null
                        union select person from access_log where case_id = :case and operation <> 'read-second-reading'""",
                caseId,
                work);
    }

    private static Uni<Set<UUID>> people(String query, UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(query, UUID.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(Set::copyOf);
    }
}
