package org.consilium.review.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.consilium.contracts.OpinionForm;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.completeness.Completeness.Wanted;
import org.consilium.review.opinion.Answered;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.AxisJudgement.Cause;
import org.consilium.review.opinion.AxisJudgement.Significance;
import org.consilium.review.opinion.AxisJudgement.SinceReading;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.OpinionContent.Answer;
import org.consilium.review.opinion.OpinionContent.Citation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {

    private static final UUID QUESTION = new UUID(0, 1);
    private static final UUID DOCUMENT = new UUID(0, 2);
    private static final Map<UUID, CaseDocument> THREE_PAGES =
            Map.of(DOCUMENT, new CaseDocument(DOCUMENT, "11502-2", null, false, 3));
    private static final OpinionForm FORM =
            new OpinionForm(List.of("diagnosis-correct"), List.of("diagnosis"));
    private static final Map<String, String> SECTIONS = Map.of("diagnosis-correct", "Yes.");
    private static final Map<String, AxisJudgement> AXES =
            Map.of("diagnosis", judged(Value.AGREE, null, null, ""));
    private static final List<Answer> ANSWERS =
            List.of(new Answer(QUESTION, Answered.ANSWERED, "It is."));

    @Test
    void a_complete_opinion_lacks_nothing() {
        assertThat(missing(SECTIONS, AXES, ANSWERS)).isEmpty();
    }

    @Test
    void an_empty_draft_lacks_everything_and_says_so_at_once() {
        assertThat(Completeness.missing(wanted(Map.of()), OpinionContent.empty()))
                .extracting(Missing::field, lack -> lack.rule().id())
                .containsExactly(
                        Tuple.tuple("sections.diagnosis-correct", "empty-section"),
                        Tuple.tuple("axes.diagnosis", "empty-axis"),
                        Tuple.tuple("answers." + QUESTION, "unanswered-question"),
                        Tuple.tuple("summary", "empty-summary"));
    }

    @Test
    void blanks_are_no_text() {
        assertThat(rules(missing(Map.of("diagnosis-correct", " \n "), AXES, ANSWERS)))
                .containsExactly("empty-section");
    }

    @Test
    void what_the_form_does_not_know_is_told() {
        var sections = Map.of("diagnosis-correct", "Yes.", "extra", "text");
        assertThat(rules(missing(sections, AXES, ANSWERS))).containsExactly("unknown-section");
    }

    @Nested
    class A_difference {

        @Test
        void names_its_cause_and_why() {
            var axes = Map.of("diagnosis", judged(Value.MAJOR_DIFFERENCE, null, null, ""));
            assertThat(rules(missing(SECTIONS, axes, ANSWERS)))
                    .containsExactly("change-without-cause", "change-without-explanation");
        }

        @Test
        void that_does_so_is_complete() {
            var axes =
                    Map.of(
                            "diagnosis",
                            judged(Value.REFINED, Significance.MINOR, Cause.RE_READ, "The slide."));
            assertThat(missing(SECTIONS, axes, ANSWERS)).isEmpty();
        }
    }

    @Test
    void how_much_a_difference_matters_comes_from_somebody_else() {
        var mine = judged(Value.REFINED, Significance.MAJOR, Cause.RE_READ, "The slide.");
        var opinion = opinion(SECTIONS, Map.of("diagnosis", mine), ANSWERS);
        var scored = opinion.scored(Map.of("diagnosis", Significance.MINOR));
        assertThat(opinion.differences()).containsExactly("diagnosis");
        assertThat(scored.axes().get("diagnosis").significance()).isEqualTo(Significance.MINOR);
    }

    @Test
    void what_cannot_be_assessed_is_explained() {
        var axes = Map.of("diagnosis", judged(Value.CANNOT_ASSESS, null, null, ""));
        assertThat(rules(missing(SECTIONS, axes, ANSWERS)))
                .containsExactly("change-without-explanation");
    }

    @Nested
    class An_answer {

        @Test
        void to_no_question_of_the_case_is_told() {
            var answers =
                    List.of(
                            ANSWERS.getFirst(),
                            new Answer(new UUID(9, 9), Answered.PARTLY, "Perhaps."));
            assertThat(rules(missing(SECTIONS, AXES, answers))).containsExactly("unknown-question");
        }

        @Test
        void is_given_once_and_in_words() {
            var blank = new Answer(QUESTION, Answered.NOT_ANSWERABLE, " ");
            assertThat(rules(missing(SECTIONS, AXES, List.of(blank))))
                    .containsExactly("empty-answer");
            assertThat(
                            rules(
                                    missing(
                                            SECTIONS,
                                            AXES,
                                            List.of(ANSWERS.getFirst(), ANSWERS.getFirst()))))
                    .containsExactly("answered-twice");
        }
    }

    @Test
    void a_citation_of_a_document_that_was_never_accepted_dangles() {
        assertThat(rules(Completeness.missing(wanted(Map.of()), opinion(SECTIONS, AXES, ANSWERS))))
                .containsExactly("dangling-citation");
    }

    @ParameterizedTest(name = "page {0} of {1}: {2}")
    @CsvSource(
            nullValues = "unknown",
            value = {
                "3, 3, ''",
                "4, 3, no-such-page",
                "unknown, 3, ''",
                "4, unknown, ''",
            })
    void a_citation_of_a_page_that_is_not_there_names_document_and_page(
            Integer page, Integer pages, String rule) {
        var document = new CaseDocument(DOCUMENT, "11502-2", null, false, pages);
        var cited = opinion(SECTIONS, AXES, ANSWERS, new Citation(DOCUMENT, page, "the CT"));

        assertThat(Completeness.missing(wanted(Map.of(DOCUMENT, document)), cited))
                .extracting(Missing::field, lack -> lack.rule().id())
                .isEqualTo(
                        rule.isEmpty()
                                ? List.of()
                                : List.of(Tuple.tuple("citations." + DOCUMENT + ".page.4", rule)));
    }

    @ParameterizedTest(name = "{0}, because \"{1}\": complete {2}")
    @CsvSource(
            nullValues = "untold",
            value = {
                "untold, '', false",
                "KEPT, '', true",
                "REFINED, ' ', false",
                "CHANGED, 'The slide shows it.', true"
            })
    void what_became_of_the_own_reading_is_said_of_each_axis_that_was_read(
            SinceReading.How how, String why, boolean complete) {
        var since = how == null ? null : new SinceReading(how, why);
        var axes = Map.of("diagnosis", new AxisJudgement(Value.AGREE, null, null, "", since));
        var read =
                new Wanted(FORM, List.of(QUESTION), THREE_PAGES, true, Set.of("diagnosis"), false);

        assertThat(rules(Completeness.missing(read, opinion(SECTIONS, axes, ANSWERS))))
                .isEqualTo(complete ? List.of() : List.of("since-reading-untold"));
    }

    @Nested
    class Without_a_first_opinion {

        private static final Wanted ALONE =
                new Wanted(FORM, List.of(QUESTION), THREE_PAGES, false, Set.of(), false);

        @Test
        void no_axis_is_asked_for() {
            var opinion = opinion(SECTIONS, Map.of(), ANSWERS);
            assertThat(Completeness.missing(ALONE, opinion)).isEmpty();
        }

        @Test
        void there_is_nothing_to_agree_with() {
            assertThat(rules(Completeness.missing(ALONE, opinion(SECTIONS, AXES, ANSWERS))))
                    .containsExactly("nothing-to-compare");
        }
    }

    private static List<Missing> missing(
            Map<String, String> sections, Map<String, AxisJudgement> axes, List<Answer> answers) {
        return Completeness.missing(wanted(THREE_PAGES), opinion(sections, axes, answers));
    }

    private static Wanted wanted(Map<UUID, CaseDocument> documents) {
        return new Wanted(FORM, List.of(QUESTION), documents, true, Set.of(), false);
    }

    private static OpinionContent opinion(
            Map<String, String> sections, Map<String, AxisJudgement> axes, List<Answer> answers) {
        return opinion(sections, axes, answers, new Citation(DOCUMENT, 1, "the CT report"));
    }

    private static OpinionContent opinion(
            Map<String, String> sections,
            Map<String, AxisJudgement> axes,
            List<Answer> answers,
            Citation cited) {
        return new OpinionContent(
                sections,
                axes,
                answers,
                "In plain words.",
                List.of(),
                List.of(cited),
                List.of(),
                null);
    }

    private static AxisJudgement judged(
            Value value, Significance significance, Cause cause, String explanation) {
        return new AxisJudgement(value, significance, cause, explanation, null);
    }

    private static List<String> rules(List<Missing> missing) {
        return missing.stream().map(lack -> lack.rule().id()).toList();
    }
}
