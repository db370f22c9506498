package org.consilium.notification.telling;

import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Line.when;

import java.util.List;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;

/**
 * Of {@link WhoIsTold} the lines when triage was set right and somebody had accepted in the same
 * moment. What speaks against the reviewer stands on the page of the review.
 */
final class Correcting {

    static final List<Line<?>> LINES =
            List.of(
                    when(AssignmentQuestioned.class)
                            .tell(Kind.ASSIGNMENT_QUESTIONED)
                            .all(CLINICAL_LEADS),
                    when(AssignmentQuestioned.class)
                            .tell(Kind.ASSIGNMENT_QUESTIONED)
                            .all(COORDINATORS),
                    when(AssignmentQuestioned.class)
                            .tell(Kind.YOUR_CASE_SET_RIGHT)
                            .person(AssignmentQuestioned::reviewer),
                    when(AssignmentConfirmed.class)
                            .tell(Kind.ASSIGNMENT_CONFIRMED)
                            .person(AssignmentConfirmed::reviewer));

    private Correcting() {}
}
