package org.consilium.notification.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.kit.work.UnitOfWork;

/** What the patient allows whom, so that nobody is told of what they may not read. */
@ApplicationScoped
public class Permissions {

    /** An admission says all that stands, so the last one counts. */
    public Uni<Void> note(ParticipantAdmitted admitted, UnitOfWork work) {
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
}
