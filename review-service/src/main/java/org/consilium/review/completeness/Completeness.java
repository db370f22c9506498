package org.consilium.review.completeness;

import static org.consilium.review.completeness.Missing.Rule.ANSWERED_TWICE;
import static org.consilium.review.completeness.Missing.Rule.CHANGE_WITHOUT_CAUSE;
import static org.consilium.review.completeness.Missing.Rule.CHANGE_WITHOUT_EXPLANATION;
import static org.consilium.review.completeness.Missing.Rule.DANGLING_CITATION;
import static org.consilium.review.completeness.Missing.Rule.EMPTY_ANSWER;
import static org.consilium.review.completeness.Missing.Rule.EMPTY_AXIS;
import static org.consilium.review.completeness.Missing.Rule.EMPTY_SECTION;
import static org.consilium.review.completeness.Missing.Rule.EMPTY_SUMMARY;
import static org.consilium.review.completeness.Missing.Rule.NOTHING_TO_COMPARE;
import static org.consilium.review.completeness.Missing.Rule.NO_SUCH_PAGE;
import static org.consilium.review.completeness.Missing.Rule.SINCE_READING_UNTOLD;
import static org.consilium.review.completeness.Missing.Rule.UNANSWERED_QUESTION;
import static org.consilium.review.completeness.Missing.Rule.UNKNOWN_AXIS;
import static org.consilium.review.completeness.Missing.Rule.UNKNOWN_QUESTION;
import static org.consilium.review.completeness.Missing.Rule.UNKNOWN_SECTION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.OpinionForm;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.AxisJudgement.SinceReading;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.OpinionContent.Citation;

/**
 * Whether a draft holds what its case asks for: the whole list of what is missing, in its order.
 */
public final class Completeness {

    private final Wanted wanted;
    private final OpinionContent draft;
    private final List<Missing> missing = new ArrayList<>();

    private Completeness(Wanted wanted, OpinionContent draft) {
        this.wanted = wanted;
        this.draft = draft;
    }

    /**
     * What a case asks of its opinion.
     *
     * @param documents those accepted for the case
     * @param compared whether there is a first opinion; without one no axis is judged
     * @param readAxes of which the own reading, before the first opinion was seen, said something
     * @param criticalFlagged whether a critical finding of the case was told already
     */
    public record Wanted(
            OpinionForm form,
            List<UUID> questions,
            Map<UUID, CaseDocument> documents,
            boolean compared,
            Set<String> readAxes,
            boolean criticalFlagged) {}

    /** In the order of the form. */
    public static List<Missing> missing(Wanted wanted, OpinionContent draft) {
        var check = new Completeness(wanted, draft);
        check.sections();
        check.axes();
        check.sinceReading();
        check.answers();
        check.summary();
        check.labValues();
        check.citations();
        return List.copyOf(check.missing);
    }

    private void sections() {
        wanted.form().sections().stream()
                .filter(code -> draft.sections().getOrDefault(code, "").isBlank())
                .forEach(code -> lacks("sections." + code, EMPTY_SECTION));
        unknown(draft.sections().keySet(), wanted.form().sections())
                .forEach(code -> lacks("sections." + code, UNKNOWN_SECTION));
    }

    private void axes() {
        if (!wanted.compared()) {
            draft.axes().keySet().stream()
                    .sorted()
                    .forEach(code -> lacks("axes." + code, NOTHING_TO_COMPARE));
            return;
        }
        wanted.form().axes().forEach(this::axis);
        unknown(draft.axes().keySet(), wanted.form().axes())
                .forEach(code -> lacks("axes." + code, UNKNOWN_AXIS));
    }

    private void axis(String code) {
        var judged = draft.axes().get(code);
        if (judged == null) {
            lacks("axes." + code, EMPTY_AXIS);
            return;
        }
        boolean change = judged.value().isChange();
        if (change && judged.cause() == null) {
            lacks("axes." + code + ".cause", CHANGE_WITHOUT_CAUSE);
        }
        if (judged.value() != AxisJudgement.Value.AGREE && judged.explanation().isBlank()) {
            lacks("axes." + code + ".explanation", CHANGE_WITHOUT_EXPLANATION);
        }
    }

    private void answers() {
        var answered = new HashSet<UUID>();
        for (var answer : draft.answers()) {
            var field = "answers." + answer.questionId();
            if (!wanted.questions().contains(answer.questionId())) {
                lacks(field, UNKNOWN_QUESTION);
            } else if (!answered.add(answer.questionId())) {
                lacks(field, ANSWERED_TWICE);
            } else if (answer.text().isBlank()) {
                lacks(field, EMPTY_ANSWER);
            }
        }
        wanted.questions().stream()
                .filter(question -> !answered.contains(question))
                .forEach(question -> lacks("answers." + question, UNANSWERED_QUESTION));
    }

    private void summary() {
        if (draft.summary().isBlank()) {
            lacks("summary", EMPTY_SUMMARY);
        }
    }

    private void labValues() {
        missing.addAll(
                LabValueRules.missing(
                        Boolean.TRUE.equals(wanted.form().labValues()),
                        draft.labValues(),
                        wanted.criticalFlagged()));
    }

    /** Each names the document, and the page where that is what does not exist. */
    private void citations() {
        draft.citations().stream().flatMap(this::leadsNowhere).distinct().forEach(missing::add);
    }

    private Stream<Missing> leadsNowhere(Citation cited) {
        var field = "citations." + cited.documentId();
        var document = wanted.documents().get(cited.documentId());
        if (document == null) {
            return Stream.of(new Missing(field, DANGLING_CITATION));
        }
        return cited.page() == null || document.hasPage(cited.page())
                ? Stream.empty()
                : Stream.of(new Missing(field + ".page." + cited.page(), NO_SUCH_PAGE));
    }

    /** Who wrote an own reading axis by axis says what became of it. */
    private void sinceReading() {
        wanted.readAxes().stream()
                .filter(draft.axes()::containsKey)
                .sorted()
                .forEach(code -> since(code, draft.axes().get(code).since()));
    }

    private void since(String code, SinceReading since) {
        if (since == null || (since.how() != SinceReading.How.KEPT && since.why().isBlank())) {
            lacks("axes." + code + ".since", SINCE_READING_UNTOLD);
        }
    }

    private void lacks(String field, Missing.Rule rule) {
        missing.add(new Missing(field, rule));
    }

    private static List<String> unknown(Set<String> written, Collection<String> known) {
        return written.stream().filter(code -> !known.contains(code)).sorted().toList();
    }
}
