package org.consilium.documents.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.figures.Figure;
import org.consilium.kit.figures.Figures;

/** Documents that reviewers cannot read, since no copy could be made. */
@ApplicationScoped
class FailedCopies implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "copies.failed",
                        "Documents of which no copy for reviewers could be made",
                        "select count(*) as figure from reading_copy where state = 'failed'"));
    }
}
