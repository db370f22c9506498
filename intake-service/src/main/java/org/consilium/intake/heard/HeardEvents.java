package org.consilium.intake.heard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.consilium.intake.cases.CaseCommand.Heard;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.logging.Logger;

/** What every consumer does with a fact: keep it for the timeline, and let the case take it in. */
@ApplicationScoped
class HeardEvents {

    private static final Logger LOG = Logger.getLogger(HeardEvents.class);

    private final CaseDesk desk;

    HeardEvents(CaseDesk desk) {
        this.desk = desk;
    }

    Uni<Void> keep(Envelope event, UnitOfWork work) {
        work.announce(); // whoever follows the case is told
        return work.session()
                .createNativeQuery(
                        """
                        insert into heard_event (case_id, source, seq, type, data, occurred_at)
                        values (:case, :source, :seq, :type, :data, :at)""")
                .setParameter("case", event.caseId())
                .setParameter("source", event.source().code())
                .setParameter("seq", event.seq())
                .setParameter("type", event.type())
                .setParameter("data", event.data())
                .setParameter("at", event.time().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** True when the case moved. A fact that comes too late is noted in the log and done. */
    Uni<Boolean> tell(Heard fact, Envelope event, UnitOfWork work) {
        return desk.decide(event.caseId(), fact, event.time(), work)
                .map(decision -> moved(decision, event));
    }

    private static boolean moved(Decision decision, Envelope event) {
        return switch (decision) {
            case null -> {
                LOG.infof("%s is about a case that is not here: %s", event.type(), event.caseId());
                yield false;
            }
            case Refused(var reason, _) -> {
                LOG.infof(
                        "%s changes nothing of case %s: %s", event.type(), event.caseId(), reason);
                yield false;
            }
            case Moved _ -> true;
        };
    }
}
