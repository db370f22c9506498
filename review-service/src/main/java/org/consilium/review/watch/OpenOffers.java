package org.consilium.review.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.figures.Figure;
import org.consilium.kit.figures.Figures;

/** Offers that a reviewer has not answered. How many expired, {@code events.published} says. */
@ApplicationScoped
class OpenOffers implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "offers.open",
                        "Offers that wait for a reviewer's answer",
                        "select count(*) as figure from offer where outcome is null"),
                new Figure(
                        "offers.open.oldest.seconds",
                        "Since when the offer waits that was made first",
                        """
                        select coalesce(extract(epoch from now() - min(made_at)), 0) as figure
                        from offer where outcome is null"""));
    }
}
