package org.consilium.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.lifecycle.DeliveryCommand.Forgo;
import org.consilium.notification.lifecycle.Reason;
import org.consilium.notification.telling.AfterDeath;

/**
 * After a death: the patient's account and the referrer are told nothing more of the case, and who
 * represented the patient only what {@link AfterDeath} lists.
 *
 * <p>What waits is ended in the transaction that hears of the death. What was being spread or sent
 * in that moment is looked at again when it is claimed.
 */
@ApplicationScoped
public class Silence {

    private final DeliveryDesk desk;

    Silence(DeliveryDesk desk) {
        this.desk = desk;
    }

    /** Repeatable. Asks who stands to the case now: to be called before they are let go. */
    public Uni<Void> begin(UUID caseId, UnitOfWork work) {
        return mark(caseId, work)
                .chain(() -> waiting(caseId, work))
                .chain(keys -> forgo(keys, work));
    }

    private Uni<Void> forgo(List<DeliveryKey> keys, UnitOfWork work) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(
                        key -> desk.handle(key, new Forgo(Reason.PATIENT_DIED, work.now()), work))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> mark(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into silence (case_id, person, wholly)
                        select case_id, person, bool_and(relation <> 'REPRESENTATIVE') from case_access
                        where case_id = :case and relation in ('PATIENT', 'REFERRER', 'REPRESENTATIVE')
                        group by case_id, person
                        on conflict do nothing""")
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<List<DeliveryKey>> waiting(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select d.notification_id, d.channel
                        from delivery d join notification n on n.id = d.notification_id
                        join silence s on s.case_id = n.case_id and s.person = n.recipient
                        where n.case_id = :case and d.state = 'QUEUED' and (s.wholly or n.kind not in (:told))
                        order by d.notification_id, d.channel""",
                        Object[].class)
                .setParameter("case", caseId)
                .setParameter("told", AfterDeath.codes())
                .getResultList()
                .map(rows -> rows.stream().map(Silence::key).toList());
    }

    private static DeliveryKey key(Object[] row) {
        return new DeliveryKey((UUID) row[0], (String) row[1]);
    }
}
