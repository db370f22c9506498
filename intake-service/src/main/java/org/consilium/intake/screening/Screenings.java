package org.consilium.intake.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The screenings' table, and the door that only a fresh one opens. */
@ApplicationScoped
public class Screenings {

    private final Duration fresh;

    Screenings(@ConfigProperty(name = "consilium.screening-fresh") Duration fresh) {
        this.fresh = fresh;
    }

    Instant freshUntil(Instant screenedAt) {
        return screenedAt.plus(fresh);
    }

    Uni<Void> add(ScreeningRow row, UnitOfWork work) {
        return work.session().persist(row);
    }

    /**
     * Spends the screening on the case. Of two cases opened with one screening, the second fails.
     *
     * @throws Problem unless it is this person's, for this programme, came to {@code proceed}, is
     *     fresh and not spent
     */
    public Uni<Void> spend(
            UUID screening, UUID person, String programme, UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update screening set case_id = :case
                        where screening_id = :id and person = :person and programme = :programme
                          and outcome = 'proceed' and screened_at > :since and case_id is null""")
                .setParameter("case", caseId)
                .setParameter("id", screening)
                .setParameter("person", person)
                .setParameter("programme", programme)
                .setParameter("since", work.now().minus(fresh).atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .invoke(Screenings::requireOne)
                .replaceWithVoid();
    }

    private static void requireOne(int spent) {
        if (spent != 1) {
            throw new Problem(
                    422,
                    "screening-not-fresh",
                    "A case needs a safety screening of this programme that came to proceed today.");
        }
    }
}
