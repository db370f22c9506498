package org.consilium.intake.cases;

import java.util.Optional;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.cases.CaseState.AwaitingAnswer;
import org.consilium.intake.cases.CaseState.AwaitingRecords;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Delivered;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.FollowUp;
import org.consilium.intake.cases.CaseState.InReview;
import org.consilium.intake.cases.CaseState.InTriage;
import org.consilium.intake.cases.CaseState.Reading;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.CaseState.ReviewEnded;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.kit.words.Code;

/**
 * Whose turn it is: the only place that says so. {@code PATIENT} stands for whoever asks on the
 * patient's side.
 */
public enum Turn {
    PATIENT,
    RECORD_HOLDER,
    COORDINATOR,
    REVIEWER,
    QUALITY,
    NOBODY;

    /** The name in answers. */
    public String code() {
        return Code.of(this);
    }

    public static Optional<Turn> ofCode(String code) {
        return Code.find(Turn.class, code);
    }

    public static Turn of(Case current) {
        return switch (current.state()) {
            case Draft _, BeforeReview _, UnderReview _, Delivered _ when current.isLeftAlone() ->
                    COORDINATOR;
            case Draft _ -> PATIENT;
            case InTriage _ when current.price().waitsForAnswer() -> PATIENT;
            case Submitted _, InTriage _, ReviewEnded _ -> COORDINATOR;
            case AwaitingRecords _ -> current.records().assessed() ? RECORD_HOLDER : COORDINATOR;
            case Ready ready -> ready.offers().isEmpty() ? COORDINATOR : REVIEWER;
            case InReview review -> working(review.reading());
            case AwaitingAnswer awaiting -> asked(awaiting);
            case Delivered _ -> PATIENT;
            case FollowUp _ -> REVIEWER;
            case Ended _ -> NOBODY;
        };
    }

    private static Turn working(Reading reading) {
        return switch (reading.progress()) {
            case OWN_READING, WRITING -> REVIEWER;
            case IN_QUALITY_REVIEW, SIGNED -> QUALITY;
        };
    }

    private static Turn of(Addressee addressee) {
        return switch (addressee) {
            case REQUESTER -> PATIENT;
            case COORDINATOR -> COORDINATOR;
            case FIRST_TEAM -> RECORD_HOLDER;
        };
    }

    /** When several are asked, the one who has most to do with the case is named. */
    private static Turn asked(AwaitingAnswer awaiting) {
        return awaiting.open().values().stream()
                .map(Turn::of)
                .min(Turn::compareTo)
                .orElse(REVIEWER);
    }
}
