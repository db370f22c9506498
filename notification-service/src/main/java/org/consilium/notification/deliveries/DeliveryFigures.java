package org.consilium.notification.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.figures.Figure;
import org.consilium.kit.figures.Figures;

/** How much waits to go out, since when, and what never will. */
@ApplicationScoped
class DeliveryFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "deliveries.queued",
                        "Messages that wait to be sent, those that are kept for a morning or a digest too",
                        "select count(*) as figure from delivery where state in ('QUEUED', 'SENDING')"),
                new Figure(
                        "deliveries.oldest.seconds",
                        "Since when the message is due that waits for longest",
                        """
                        select greatest(0, coalesce(extract(epoch from now() - min(since)), 0)) as figure
                        from delivery where state in ('QUEUED', 'SENDING')"""),
                new Figure(
                        "deliveries.failed",
                        "Messages that were given up",
                        "select count(*) as figure from delivery where state = 'FAILED'"),
                new Figure(
                        "deliveries.uncertain",
                        "Messages that a server may have taken or not",
                        "select count(*) as figure from delivery where state = 'UNCERTAIN'"));
    }
}
