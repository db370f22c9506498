package org.consilium.review.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.opinion.AxisJudgement.Value.AGREE;
import static org.consilium.review.opinion.AxisJudgement.Value.CANNOT_ASSESS;
import static org.consilium.review.opinion.AxisJudgement.Value.MINOR_DIFFERENCE;
import static org.consilium.review.opinion.AxisJudgement.Value.REFINED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.opinion.OpinionContent.Answer;
import org.junit.jupiter.api.Test;

/** What the letter says first: how the whole opinion stands to the first one, if it does. */
class AgreementLabelTest {

    @Test
    void one_difference_makes_the_whole_opinion_a_change() {
        assertThat(label(Answered.ANSWERED, AGREE)).hasValue(AgreementLabel.CONFIRMED);
        assertThat(label(Answered.ANSWERED, AGREE, MINOR_DIFFERENCE))
                .hasValue(AgreementLabel.CHANGED);
        assertThat(label(Answered.ANSWERED, REFINED)).hasValue(AgreementLabel.CLARIFIED);
        assertThat(label(Answered.PARTLY, AGREE, CANNOT_ASSESS)).hasValue(AgreementLabel.CLARIFIED);
    }

    @Test
    void without_a_first_opinion_nothing_is_confirmed() {
        assertThat(label(Answered.ANSWERED)).isEmpty();
        assertThat(NotCompared.of(opinion(Answered.ANSWERED)))
                .hasValue(NotCompared.NO_FIRST_OPINION);
    }

    @Test
    void an_opinion_that_answers_nothing_confirms_nothing() {
        assertThat(label(Answered.NOT_ANSWERABLE, AGREE)).isEmpty();
        assertThat(NotCompared.of(opinion(Answered.NOT_ANSWERABLE, AGREE)))
                .hasValue(NotCompared.RECORDS_DO_NOT_SUFFICE);
    }

    @Test
    void an_opinion_that_could_assess_no_axis_confirms_nothing() {
        assertThat(label(Answered.ANSWERED, CANNOT_ASSESS)).isEmpty();
    }

    private static Optional<AgreementLabel> label(Answered answered, Value... axes) {
        return AgreementLabel.of(opinion(answered, axes));
    }

    private static OpinionContent opinion(Answered answered, Value... axes) {
        var judged = new HashMap<String, AxisJudgement>();
        for (var value : axes) {
            judged.put("axis-" + judged.size(), new AxisJudgement(value, null, null, "", null));
        }
        return new OpinionContent(
                Map.of(),
                judged,
                List.of(new Answer(new UUID(0, 1), answered, "It is.")),
                "In plain words.",
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
