package org.consilium.review.doubleread;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.words.Code;
import org.consilium.review.ReviewView.CaseView;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.desk.SecondReadings.Second;
import org.consilium.review.doubleread.Comparisons.Compared;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReading.Asked;
import org.consilium.review.lifecycle.SecondReading.StoodDown;
import org.consilium.review.lifecycle.SecondReading.UnderWay;
import org.consilium.review.reading.CommittedReading;

/**
 * A second reading, as far as somebody may see it. Its reader sees what the case asks for and their
 * own words; the author of the opinion, once that is signed, the words and what they came to.
 *
 * @param reason why the case is read twice; for clinical leads
 * @param reader for clinical leads
 * @param stoodDown why it is not read twice after all; for clinical leads
 * @param until to be answered, or to be read
 * @param axes of the case's form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecondReadingView(
        UUID caseId,
        String state,
        String reason,
        UUID reader,
        String stoodDown,
        Instant until,
        CaseView asks,
        List<String> axes,
        CommittedReading reading,
        List<Compared> comparisons) {

    static SecondReadingView forReader(Second second, CaseFacts facts, CommittedReading own) {
        return new SecondReadingView(
                facts.caseId(),
                stateForReader(second),
                null,
                null,
                null,
                untilOf(second.reading()),
                CaseView.of(facts),
                facts.submitted().opinionForm().axes(),
                own,
                null);
    }

    /** What became of it afterwards would tell of the opinion. */
    private static String stateForReader(Second second) {
        return switch (second.reading()) {
            case Asked _, UnderWay _ -> second.state();
            default -> "committed";
        };
    }

    static SecondReadingView forAuthor(
            UUID caseId, Second second, CommittedReading reading, List<Compared> comparisons) {
        return new SecondReadingView(
                caseId,
                second.state(),
                null,
                null,
                null,
                null,
                null,
                null,
                withoutName(reading),
                comparisons);
    }

    private static CommittedReading withoutName(CommittedReading reading) {
        return reading == null
                ? null
                : new CommittedReading(null, reading.reading(), reading.committedAt());
    }

    static SecondReadingView forLead(
            Second second, CaseFacts facts, CommittedReading reading, List<Compared> comparisons) {
        return new SecondReadingView(
                facts.caseId(),
                second.state(),
                second.reason(),
                second.reader(),
                second.reading() instanceof StoodDown(_, var why) ? Code.of(why) : null,
                untilOf(second.reading()),
                CaseView.of(facts),
                facts.submitted().opinionForm().axes(),
                reading,
                comparisons);
    }

    private static Instant untilOf(SecondReading reading) {
        return switch (reading) {
            case Asked asked -> asked.window().until();
            case UnderWay it -> it.due();
            default -> null;
        };
    }
}
