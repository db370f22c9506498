package org.consilium.notification.hearing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.kit.work.UnitOfWork;

/** What the patient allows whom, so that nobody is told of what they may not read. */
@ApplicationScoped
class Permissions {

    /** An admission says all that stands, so the last one counts. */
    Uni<Void> note(ParticipantAdmitted admitted, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into permission (case_id, person, scopes) values (:case, :person, :scopes)
                        on conflict (case_id, person) do update set scopes = excluded.scopes""")
                .setParameter("case", admitted.caseId())
                .setParameter("person", admitted.person())
                .setParameter("scopes", String.join(" ", new TreeSet<>(admitted.scopes())))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The patient, and those on the patient's side whom the patient allows this now. */
    Uni<Set<UUID>> peopleAllowed(UUID caseId, String scope, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select distinct a.person from case_access a left join permission p using (case_id, person)
                        where a.case_id = :case and (a.until is null or a.until > :now)
                          and (a.relation = 'PATIENT'
                               or a.relation in ('REPRESENTATIVE', 'REFERRER')
                                  and (p.scopes is null or :scope = any (string_to_array(p.scopes, ' '))))""",
                        UUID.class)
                .setParameter("case", caseId)
                .setParameter("scope", scope)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(Set::copyOf);
    }
}
