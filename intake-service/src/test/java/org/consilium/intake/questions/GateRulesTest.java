package org.consilium.intake.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.after;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.Content;
import org.consilium.intake.cases.Content.GateAnswer;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.junit.jupiter.api.Test;

/** An operation was recommended: four points, before anybody judges it. */
class GateRulesTest {

    private static final GateAnswer UNKNOWN = new GateAnswer(null, true);

    @Test
    void a_point_that_nobody_says_anything_to_keeps_the_case_a_draft() {
        var refused = (Refused) submitted(draft(Map.of("surgeon", new GateAnswer(" ", false))));

        assertThat(refused.reason()).isEqualTo(Refusal.SUBMISSION_INCOMPLETE);
        assertThat(refused.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "gate.which-operation",
                        "gate.risks-alternatives-recovery",
                        "gate.necessity",
                        "gate.surgeon");
    }

    @Test
    void not_known_yet_is_an_answer_and_becomes_a_question_to_the_reviewer() {
        var answers = new HashMap<>(CaseFixtures.theOperationIsKnown());
        answers.put("surgeon", UNKNOWN);
        var moved = (Moved) submitted(draft(answers));
        var event = (CaseSubmitted) moved.because().getFirst();

        assertThat(moved.to().content().questions())
                .extracting(Question::bankCode)
                .containsExactly("diagnosis-correct", "surgeon-experience");
        assertThat(event.questions())
                .containsExactlyElementsOf(
                        moved.to().content().questions().stream().map(Question::id).toList());
    }

    @Test
    void what_is_asked_already_is_not_asked_again() {
        var answers = new HashMap<>(CaseFixtures.theOperationIsKnown());
        answers.put("necessity", UNKNOWN);
        var asked =
                draft(answers)
                        .content()
                        .asking(
                                List.of(
                                        new Question(
                                                CaseFixtures.QUESTION,
                                                "Is the operation really needed?",
                                                "operation-necessary")));
        var moved = (Moved) submitted(after(draft(answers), new EditDraft(asked, 2)));

        assertThat(moved.to().content().questions()).hasSize(1);
    }

    @Test
    void without_an_operation_there_is_no_gate() {
        assertThat(GateRules.gates(CaseFixtures.FAMILY_ABROAD, Set.of("serious-diagnosis")))
                .isEmpty();
    }

    @Test
    void a_weak_question_is_kept_by_one_acknowledgement_and_a_duplicate_is_not() {
        var content = draft(CaseFixtures.theOperationIsKnown()).content();
        var weak = new Question(CaseFixtures.QUESTION, "Cancer?", null);
        var twice = new Question(CaseFixtures.FOLLOW_UP, "cancer", null);
        var draft = draft(CaseFixtures.theOperationIsKnown());

        var one = after(draft, new EditDraft(content.asking(List.of(weak)), 2));
        var two = after(draft, new EditDraft(content.asking(List.of(weak, twice)), 2));

        assertThat(((Refused) submitted(one)).reason())
                .isEqualTo(Refusal.QUESTIONS_COULD_BE_BETTER);
        assertThat(CaseLifecycle.decide(one, CaseFixtures.submissionKeepingQuestions()))
                .isInstanceOf(Moved.class);
        assertThat(
                        ((Refused)
                                        CaseLifecycle.decide(
                                                two, CaseFixtures.submissionKeepingQuestions()))
                                .reason())
                .isEqualTo(Refusal.SUBMISSION_INCOMPLETE);
    }

    private static Case draft(Map<String, GateAnswer> answers) {
        var content = CaseFixtures.content(null);
        return after(
                CaseFixtures.aCompleteDraft(),
                new EditDraft(
                        new Content(
                                1,
                                content.reasons(),
                                content.clinicalArea(),
                                content.summary(),
                                content.firstOpinion(),
                                null,
                                content.questions(),
                                answers),
                        1));
    }

    private static Decision submitted(Case draft) {
        return CaseLifecycle.decide(draft, CaseFixtures.submission());
    }
}
