package org.consilium.notification.reminders;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Telling;

/** What each planned reminder will say and to whom; when, its deadline knows. */
@ApplicationScoped
class ReminderRows {

    private final Ids ids;

    ReminderRows(Ids ids) {
        this.ids = ids;
    }

    Uni<UUID> add(Planned planned, UnitOfWork work) {
        var id = ids.next();
        var due = planned.telling().facts().due();
        return work.session()
                .createNativeQuery(
                        """
                        insert into reminder (id, case_id, kind, subject, audience, due_at)
                        values (:id, :case, :kind, :subject, :audience, cast(cast(:due as text) as timestamptz))""")
                .setParameter("id", id)
                .setParameter("case", planned.key().caseId())
                .setParameter("kind", planned.key().kind().code())
                .setParameter("subject", planned.key().subject())
                .setParameter("audience", planned.telling().audience().toString())
                .setParameter("due", due == null ? null : due.toString())
                .executeUpdate()
                .replaceWith(id);
    }

    /** The id of the one that was planned; null when none was, or it has fired. */
    Uni<UUID> remove(Planned.Key key, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        delete from reminder where case_id = :case and kind = :kind and subject = :subject
                        returning id""",
                        UUID.class)
                .setParameter("case", key.caseId())
                .setParameter("kind", key.kind().code())
                .setParameter("subject", key.subject())
                .getSingleResultOrNull();
    }

    /** Another source may speak of the case later than the one that ended it. */
    Uni<Void> caseEnded(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        with ended as (insert into ended_case (case_id) values (:case) on conflict do nothing)
                        delete from reminder where case_id = :case and kind not in (:outlasting)""")
                .setParameter("case", caseId)
                .setParameter("outlasting", WhoIsReminded.outlasting())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Nobody lifts it until the transaction ends. */
    Uni<Void> hold(UUID id, UnitOfWork work) {
        return work.session()
                .createNativeQuery("select id from reminder where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .replaceWithVoid();
    }

    /** What is to be told now, and never again; null when it was lifted or the case has ended. */
    Uni<Telling> take(UUID id, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        with taken as (delete from reminder where id = :id returning case_id, kind, audience, due_at)
                        select kind, audience, due_at from taken
                        where kind in (:outlasting)
                           or not exists (select 1 from ended_case ended where ended.case_id = taken.case_id)""",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("outlasting", WhoIsReminded.outlasting())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : telling(row));
    }

    private static Telling telling(Object[] row) {
        Instant due = row[2] == null ? null : ((OffsetDateTime) row[2]).toInstant();
        return new Telling(
                Kind.ofCode((String) row[0]), Audience.parse((String) row[1]), Facts.due(due));
    }
}
