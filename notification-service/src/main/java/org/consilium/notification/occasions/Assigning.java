package org.consilium.notification.occasions;

import static org.consilium.notification.occasions.Line.when;
import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;

import java.util.List;
import org.consilium.contracts.ReviewEvent.AdjudicationRequested;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.contracts.ReviewEvent.SecondReaderLeft;
import org.consilium.contracts.ReviewEvent.SecondReadingAsked;
import org.consilium.contracts.ReviewEvent.SecondReadingEnd;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;

/**
 * Of {@link WhoIsTold} the lines of an assignment that takes a person's word: triage was set right
 * and somebody had accepted in the same moment, or one clinical lead waits for another. What speaks
 * against a reviewer stands on the page of the review.
 *
 * <p>Of a case that is read twice neither the family nor the reviewer is told: the one reads one
 * opinion, and the other writes it as if nobody read beside them.
 */
final class Assigning {

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
                            .person(AssignmentConfirmed::reviewer),
                    when(AssignmentOverrideProposed.class)
                            .tell(Kind.OVERRIDE_PROPOSED)
                            .others(CLINICAL_LEADS, AssignmentOverrideProposed::proposedBy),
                    when(AssignmentOverridden.class)
                            .tell(Kind.OVERRIDE_AGREED)
                            .person(AssignmentOverridden::proposedBy),
                    when(AssignmentOverrideDeclined.class)
                            .only("NOT_TAKEN_BACK", it -> !it.declinedBy().equals(it.proposedBy()))
                            .tell(Kind.OVERRIDE_DECLINED)
                            .person(AssignmentOverrideDeclined::proposedBy),
                    when(SecondReadingAsked.class)
                            .tell(Kind.SECOND_READING_ASKED)
                            .with(asked -> Facts.due(asked.expiresAt()))
                            .person(SecondReadingAsked::reader),
                    when(SecondReaderLeft.class)
                            .only("COMMITTED", it -> it.reason() == SecondReadingEnd.COMMITTED)
                            .tell(Kind.SECOND_READING_THERE)
                            .all(CLINICAL_LEADS),
                    when(SecondReaderLeft.class)
                            .only("NOT_BY_THE_READER", it -> endedByOthers(it.reason()))
                            .tell(Kind.SECOND_READING_ENDED)
                            .person(SecondReaderLeft::reader),
                    when(AdjudicationRequested.class)
                            .tell(Kind.ADJUDICATION_REQUESTED)
                            .all(CLINICAL_LEADS));

    private Assigning() {}

    private static boolean endedByOthers(SecondReadingEnd reason) {
        return switch (reason) {
            case OVERDUE, REVIEW_ENDED -> true;
            case COMMITTED, GIVEN_BACK -> false;
        };
    }
}
