package org.consilium.review.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.AxisJudgement.SinceReading;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.reading.CommittedReading;

/**
 * The own reading, the opinion, and how the opinion stands to the first one, side by side.
 *
 * @param opinionVersion of a draft its edits
 * @param axes of the case's form, in its order
 * @param changedSinceReading of which the opinion says something else than the own reading did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Comparison(
        CommittedReading reading,
        int opinionVersion,
        FirstOpinion firstOpinion,
        List<Axis> axes,
        List<String> changedSinceReading) {

    /**
     * What there is of a first opinion; its words are intake's and the records'.
     *
     * @param told in the case; null where that was not asked
     * @param documents that hold it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FirstOpinion(Boolean told, List<UUID> documents) {}

    /**
     * One axis; what nobody wrote of it is absent.
     *
     * @param ownReading before the first opinion was seen
     * @param againstFirstOpinion how the opinion stands to it
     * @param sinceReading what became of the own reading
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Axis(
            String axis,
            String ownReading,
            AxisJudgement againstFirstOpinion,
            SinceReading sinceReading) {

        boolean changed() {
            return sinceReading != null && sinceReading.how() != SinceReading.How.KEPT;
        }
    }

    static Comparison of(
            CommittedReading reading,
            int version,
            OpinionContent opinion,
            FirstOpinion first,
            List<String> form) {
        var axes = form.stream().map(code -> axis(code, reading, opinion.axes())).toList();
        return new Comparison(
                reading,
                version,
                first,
                axes,
                axes.stream().filter(Axis::changed).map(Axis::axis).toList());
    }

    private static Axis axis(
            String code, CommittedReading reading, Map<String, AxisJudgement> judged) {
        var judgement = judged.get(code);
        return new Axis(
                code,
                reading.reading().of(code),
                judgement,
                judgement == null ? null : judgement.since());
    }
}
