package org.consilium.intake.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.programme.Programmes;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases' table. */
@ApplicationScoped
public class Cases {

    private final Mutiny.SessionFactory sessions;
    private final Programmes programmes;

    Cases(Mutiny.SessionFactory sessions, Programmes programmes) {
        this.sessions = sessions;
        this.programmes = programmes;
    }

    /** Null when there is no such case. Nobody else changes it until the transaction ends. */
    Uni<Case> forUpdate(UUID id, UnitOfWork work) {
        return work.session()
                .find(CaseRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row == null ? null : row.toCase(programmes));
    }

    Uni<Void> add(Case opened, UnitOfWork work) {
        return work.session().persist(CaseRow.of(opened));
    }

    /** The row is in the session since it was locked; this costs no further query. */
    Uni<Void> store(Case changed, UnitOfWork work) {
        return work.session()
                .find(CaseRow.class, changed.id())
                .invoke(row -> row.take(changed, work.now()))
                .replaceWithVoid();
    }

    Uni<Long> nextNumber(UnitOfWork work) {
        return work.session()
                .createNativeQuery("select nextval('case_number')", Long.class)
                .getSingleResult();
    }

    /** Null when there is no such case. */
    public Uni<Case> find(UUID id) {
        return sessions.withSession(session -> session.find(CaseRow.class, id))
                .map(row -> row == null ? null : row.toCase(programmes));
    }

    /**
     * Which of them; what is null is not asked for.
     *
     * @param state and {@code turn}: codes
     * @param shortOfTime only those that the delay guard has warned of
     */
    public record Wanted(String state, String turn, boolean shortOfTime) {

        private String where() {
            return (state == null ? "" : "and c.state = :state ")
                    + (turn == null ? "" : "and c.turn = :turn ")
                    + (shortOfTime ? "and c.short_of_time " : "");
        }

        private void into(Mutiny.SelectionQuery<CaseRow> query) {
            if (state != null) {
                query.setParameter("state", state);
            }
            if (turn != null) {
                query.setParameter("turn", turn);
            }
        }
    }

    /** All cases, oldest first. */
    public Uni<Page<Case>> workList(Wanted wanted, UUID after, int size) {
        return page("", wanted, Map.of(), after, size);
    }

    /**
     * The cases to which the person stands in a relation now; an offer is not one's case yet, and
     * broken glass makes none.
     */
    public Uni<Page<Case>> ofPerson(UUID person, Wanted wanted, UUID after, int size, Instant now) {
        return page(
                """
                and exists (select 1 from case_access a
                            where a.case_id = c.case_id and a.person = :person and a.relation not in ('OFFERED_REVIEWER', 'BREAK_GLASS')
                              and (a.until is null or a.until > :now))
                """,
                wanted,
                Map.of("person", person, "now", now.atOffset(ZoneOffset.UTC)),
                after,
                size);
    }

    private Uni<Page<Case>> page(
            String whose, Wanted wanted, Map<String, Object> values, UUID after, int size) {
        var text =
                "select "
                        + CaseRow.COLUMNS
                        + " from intake_case c where c.case_id > :after "
                        + whose
                        + wanted.where()
                        + "order by c.case_id";
        return sessions.withSession(
                        session -> {
                            var query = session.createNativeQuery(text, CaseRow.class);
                            values.forEach(query::setParameter);
                            wanted.into(query);
                            return query.setParameter("after", after)
                                    .setMaxResults(size + 1)
                                    .getResultList();
                        })
                .map(rows -> paged(rows, size));
    }

    private Page<Case> paged(List<CaseRow> rows, int size) {
        return Page.of(rows, size, row -> row.caseId).map(row -> row.toCase(programmes));
    }
}
