package org.consilium.review.reviewers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.matching.Candidate;

/** The reviewers as matching and signature see them: all that is known of each, at one moment. */
@ApplicationScoped
public class Candidates {

    private static final String CANDIDATES =
            """
            select r.person, r.entry, r.open_reviews,
                   (select count(*) from offer o where o.reviewer = r.person and o.outcome is null)
                   + (select count(*) from second_reading s where s.reader = r.person and s.state = 'asked'),
                   (select string_agg(c.id::text, ',') from clinician c where c.reviewer = r.person),
                   (select d.content from declaration d where d.person = r.person)
            from reviewer r""";

    private final Reviewers reviewers;
    private final Declarations declarations;

    Candidates(Reviewers reviewers, Declarations declarations) {
        this.reviewers = reviewers;
        this.declarations = declarations;
    }

    /** A reviewer's entry, and how matching sees them. */
    public record Known(ReviewerEntry entry, Candidate candidate) {}

    public Uni<List<Candidate>> all(UnitOfWork work) {
        return work.session()
                .createNativeQuery(CANDIDATES, Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(this::known).map(Known::candidate).toList());
    }

    /** Fails with not-found when the person is no reviewer. */
    public Uni<Known> known(UUID person, UnitOfWork work) {
        return work.session()
                .createNativeQuery(CANDIDATES + " where r.person = :person", Object[].class)
                .setParameter("person", person)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(this::known);
    }

    private Known known(Object[] row) {
        var entry = reviewers.read((String) row[1]);
        return new Known(entry, candidate(entry, row));
    }

    private Candidate candidate(ReviewerEntry entry, Object[] row) {
        return new Candidate(
                (UUID) row[0],
                entry.status() == ReviewerEntry.Status.ACTIVE,
                entry.specialties(),
                entry.languages(),
                entry.licences().stream().map(ReviewerEntry.Licence::seenByMatching).toList(),
                entry.organisation(),
                ids((String) row[4]),
                entry.healthSystems(),
                entry.capacity(),
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                declared((String) row[5]));
    }

    private Candidate.Declared declared(String content) {
        return content == null
                ? Candidate.Declared.nothing()
                : declarations.read(content).seenByMatching();
    }

    private static Set<UUID> ids(String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(",", -1))
                        .map(UUID::fromString)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
