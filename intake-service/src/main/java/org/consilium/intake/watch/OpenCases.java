package org.consilium.intake.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.figures.Figure;
import org.consilium.kit.figures.Figures;

/** How many cases wait for whom, and how long the longest of them; those that have ended do not. */
@ApplicationScoped
class OpenCases implements Figures {

    private static final String OPEN =
            """
            from intake_case c where c.turn in ('patient', 'record-holder', 'coordinator', 'reviewer', 'quality')
            group by c.state, c.turn""";

    /** Since the turn changed, not the case: a word that is added to it makes nobody wait anew. */
    private static final String SINCE =
            "(select t.since from case_turn t where t.case_id = c.case_id order by t.place desc limit 1)";

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "cases",
                        "Open cases by state and whose turn it is",
                        "select c.state, c.turn, count(*) as figure " + OPEN),
                new Figure(
                        "cases.oldest.seconds",
                        "Since when it is their turn, where that is longest, by state and turn",
                        "select c.state, c.turn, extract(epoch from now() - min(%s)) as figure %s"
                                .formatted(SINCE, OPEN)));
    }
}
