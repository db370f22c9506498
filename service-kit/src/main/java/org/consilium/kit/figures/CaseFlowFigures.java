package org.consilium.kit.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What every service tells of the events it hears and the deadlines it keeps. */
@ApplicationScoped
class CaseFlowFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "cases.parked",
                        "Cases whose later events wait behind a dead letter, by the source of it",
                        """
                        select source, count(*) as figure from inbox_head
                        where parked_since is not null group by source"""),
                new Figure(
                        "cases.parked.oldest.seconds",
                        "Since when the case waits that was parked first",
                        """
                        select coalesce(extract(epoch from now() - min(parked_since)), 0) as figure
                        from inbox_head where parked_since is not null"""),
                new Figure(
                        "dead.letters.open",
                        "Events that could not be applied and were not replayed yet",
                        "select count(*) as figure from dead_letter where replayed_at is null"),
                new Figure(
                        "events.waiting",
                        "Events that came before their turn, or of a parked case",
                        "select count(*) as figure from inbox_waiting"),
                new Figure(
                        "deadlines.overdue",
                        "Deadlines that should have fired a minute ago, by kind",
                        """
                        select kind, count(*) as figure from deadline
                        where try_at < now() + interval '1 hour' and due_at < now() - interval '1 minute'
                        group by kind"""));
    }
}
