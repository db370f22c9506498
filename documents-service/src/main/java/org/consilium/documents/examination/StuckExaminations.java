package org.consilium.documents.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.figures.Figure;
import org.consilium.kit.figures.Figures;

/**
 * Files that were tried again and again, by cause. {@code scanner-away} passes with the scanner's
 * outage; {@code bytes-differ} and {@code bytes-gone} want somebody to bring the bytes back.
 */
@ApplicationScoped
class StuckExaminations implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "examinations.stuck",
                        "Files whose examination was tried again and again, by cause",
                        """
                        select trouble as cause, count(*) as figure from document
                        where state = 'received' and examinations >= %d and trouble is not null group by trouble"""
                                .formatted(Leases.STUCK_AFTER)));
    }
}
