package org.consilium.intake.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.programme.Programmes;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases' table. */
@ApplicationScoped
public class Cases {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

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
     * The work list, oldest first.
     *
     * @param state a state's code; null for all
     * @param shortOfTime only those that the delay guard has warned of
     * @param after the last case of the page before; null for the first page
     */
    public Uni<Page<Case>> inState(String state, boolean shortOfTime, UUID after, int size) {
        return page(
                "from CaseRow c where c.caseId > :after "
                        + (state == null ? "" : "and c.state = :state ")
                        + (shortOfTime ? "and c.shortOfTime = true " : "")
                        + "order by c.caseId",
                state,
                after,
                size,
                null,
                null);
    }

    /**
     * The cases to which the person stands in a relation now; an offer is not one's case yet, and
     * broken glass makes none.
     */
    public Uni<Page<Case>> ofPerson(UUID person, String state, UUID after, int size, Instant now) {
        return page(
                """
                select c.* from intake_case c
                where c.case_id > :after
                  and exists (select 1 from case_access a
                              where a.case_id = c.case_id and a.person = :person and a.relation not in ('OFFERED_REVIEWER', 'BREAK_GLASS')
                                and (a.until is null or a.until > :now))
                """
                        + (state == null ? "" : "and c.state = :state ")
                        + "order by c.case_id",
                state,
                after,
                size,
                person,
                now);
    }

    private Uni<Page<Case>> page(
            String query, String state, UUID after, int size, UUID person, Instant now) {
        return sessions.withSession(
                        session -> {
                            var list =
                                    person == null
                                            ? session.createQuery(query, CaseRow.class)
                                            : session.createNativeQuery(query, CaseRow.class)
                                                    .setParameter("person", person)
                                                    .setParameter(
                                                            "now", now.atOffset(ZoneOffset.UTC));
                            if (state != null) {
                                list.setParameter("state", state);
                            }
                            return list.setParameter("after", after == null ? BEFORE_ALL : after)
                                    .setMaxResults(size + 1)
                                    .getResultList();
                        })
                .map(rows -> paged(rows, size));
    }

    private Page<Case> paged(List<CaseRow> rows, int size) {
        return Page.of(rows, size, row -> row.caseId).map(row -> row.toCase(programmes));
    }
}
