package org.consilium.intake.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.QUESTION;
import static org.consilium.intake.cases.CaseFixtures.aCompleteDraft;
import static org.consilium.intake.cases.CaseFixtures.aDraft;

import java.util.List;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Content;
import org.consilium.intake.checklist.DraftChecklist.ListedArea;
import org.consilium.intake.checklist.DraftChecklist.ListedRecord;
import org.junit.jupiter.api.Test;

class DraftChecklistTest {

    @Test
    void while_no_area_is_chosen_the_list_of_each_is_shown() {
        var list = DraftChecklist.of(aDraft(), "en");

        assertThat(list.areas())
                .extracting(ListedArea::code)
                .containsExactly("oncology", "heart", "general");
        assertThat(list.areas()).noneMatch(ListedArea::chosen);
    }

    @Test
    void of_the_chosen_area_each_record_is_told_with_why_and_how_old_it_may_be() {
        var area = DraftChecklist.of(aCompleteDraft(), "en").areas();

        assertThat(area).hasSize(1).allMatch(ListedArea::chosen);
        assertThat(item(area, "imaging-report").text()).contains("Scan report");
        assertThat(item(area, "imaging-report").why()).contains("how far");
        assertThat(item(area, "imaging-report").lookBackDays()).isEqualTo(120);
        assertThat(item(area, "imaging-report").level()).isEqualTo("essential");
    }

    @Test
    void it_speaks_the_language_asked_for() {
        assertThat(item(DraftChecklist.of(aCompleteDraft(), "ur").areas(), "imaging-report").text())
                .contains("اسکین");
    }

    @Test
    void a_question_that_cannot_be_answered_without_it_stands_beside_it() {
        var asked = asking("diagnosis-correct");

        assertThat(item(DraftChecklist.of(asked, "en").areas(), "histopathology").questions())
                .containsExactly(QUESTION);
        assertThat(item(DraftChecklist.of(asked, "en").areas(), "medication-list").questions())
                .isEmpty();
    }

    private static ListedRecord item(List<ListedArea> areas, String code) {
        return areas.getFirst().items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Case asking(String bankCode) {
        var draft = aCompleteDraft();
        var question = new Content.Question(QUESTION, "Is the diagnosis correct?", bankCode);
        return draft.with(draft.content().asking(List.of(question)));
    }
}
