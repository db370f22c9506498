package org.consilium.documents.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.documents.checklist.Assessment.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final LocalDate SUBMITTED = LocalDate.of(2026, 11, 21);
    private static final String LAB = "11502-2";
    private static final String DISCHARGE = "18842-5";
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID QUESTION = new UUID(2, 2);

    @Nested
    class An_item {

        @Test
        void is_missing_and_names_the_questions_it_blocks() {
            var item = only(bloodTests(90));
            assertThat(item.state()).isEqualTo(State.MISSING);
            assertThat(item.blocksQuestions()).containsExactly(QUESTION);
        }

        @Test
        void is_filled_by_any_of_its_kinds_newest_first() {
            var older = document(LAB, SUBMITTED.minusDays(40));
            var newer = document(LAB, SUBMITTED.minusDays(2));
            var item = only(bloodTests(90), older, document(DISCHARGE, SUBMITTED), newer);
            assertThat(item.state()).isEqualTo(State.PRESENT);
            assertThat(item.filledBy()).containsExactly(newer.documentId(), older.documentId());
        }

        @Test
        void is_filled_on_the_last_day_of_its_look_back_and_not_a_day_earlier() {
            var item = bloodTests(90);
            assertThat(only(item, document(LAB, SUBMITTED.minusDays(90))).state())
                    .isEqualTo(State.PRESENT);
            assertThat(only(item, document(LAB, SUBMITTED.minusDays(91))).state())
                    .isEqualTo(State.TOO_OLD);
        }

        @Test
        void with_a_look_back_is_not_filled_by_a_page_without_a_date() {
            assertThat(only(bloodTests(90), document(LAB, null)).state())
                    .isEqualTo(State.DATE_UNKNOWN);
        }

        @Test
        void without_a_look_back_is_filled_by_a_page_without_a_date() {
            assertThat(only(bloodTests(null), document(LAB, null)).state())
                    .isEqualTo(State.PRESENT);
        }
    }

    @Nested
    class A_document_under_examination {

        @Test
        void fills_nothing_yet_and_its_item_is_not_called_missing() {
            var item = only(bloodTests(90), unexamined(LAB, SUBMITTED));
            assertThat(item.state()).isEqualTo(State.IN_EXAMINATION);
            assertThat(item.filledBy()).isEmpty();
        }

        @Test
        void changes_nothing_for_an_item_that_it_could_not_fill() {
            assertThat(only(bloodTests(90), unexamined(LAB, SUBMITTED.minusDays(91))).state())
                    .isEqualTo(State.TOO_OLD);
            assertThat(only(bloodTests(90), unexamined(DISCHARGE, SUBMITTED)).state())
                    .isEqualTo(State.MISSING);
        }

        @Test
        void beside_one_that_counts_is_not_waited_for() {
            assertThat(
                            only(
                                            bloodTests(90),
                                            document(LAB, SUBMITTED),
                                            unexamined(LAB, SUBMITTED))
                                    .state())
                    .isEqualTo(State.PRESENT);
        }

        private static ShelvedDocument unexamined(String kind, LocalDate clinicalDate) {
            return new ShelvedDocument(UUID.randomUUID(), kind, clinicalDate, false);
        }
    }

    @Nested
    class A_waived_item {

        private static final Waiver WAIVER =
                new Waiver(WaiverReason.NOT_OBTAINABLE, new UUID(3, 3), Instant.EPOCH);

        @Test
        void counts_as_filled_and_says_who_waived_it() {
            var assessed = waived();
            assertThat(assessed.items().getFirst().state()).isEqualTo(State.WAIVED);
            assertThat(assessed.items().getFirst().waiver()).isEqualTo(WAIVER);
            assertThat(assessed.announcement(CASE))
                    .isEqualTo(new RecordsAssessed(CASE, true, Set.of(), Set.of()));
        }

        @Test
        void that_is_filled_after_all_is_present() {
            assertThat(waived(document(LAB, SUBMITTED)).items().getFirst().state())
                    .isEqualTo(State.PRESENT);
        }

        private static Assessment waived(ShelvedDocument... shelf) {
            return Assessment.of(
                    List.of(bloodTests(90)),
                    SUBMITTED,
                    List.of(shelf),
                    Map.of("blood-tests", WAIVER));
        }
    }

    @Nested
    class The_announcement {

        @Test
        void is_complete_without_the_desirable_ones() {
            var assessed =
                    Assessment.of(
                                    List.of(
                                            bloodTests(90),
                                            item("history", Level.DESIRABLE),
                                            item("genetics", Level.CONDITIONAL)),
                                    SUBMITTED,
                                    List.of(document(LAB, SUBMITTED)),
                                    Map.of())
                            .announcement(CASE);
            assertThat(assessed)
                    .isEqualTo(
                            new RecordsAssessed(
                                    CASE, true, Set.of(), Set.of("history", "genetics")));
        }

        @Test
        void is_incomplete_while_an_essential_item_is_missing() {
            assertThat(
                            Assessment.of(List.of(bloodTests(90)), SUBMITTED, List.of(), Map.of())
                                    .announcement(CASE))
                    .isEqualTo(new RecordsAssessed(CASE, false, Set.of("blood-tests"), Set.of()));
        }

        @Test
        void of_an_empty_checklist_is_complete() {
            assertThat(
                            Assessment.of(List.of(), SUBMITTED, List.of(), Map.of())
                                    .announcement(CASE)
                                    .complete())
                    .isTrue();
        }
    }

    private static Assessment.Item only(ChecklistItem item, ShelvedDocument... shelf) {
        return Assessment.of(List.of(item), SUBMITTED, List.of(shelf), Map.of()).items().getFirst();
    }

    private static ChecklistItem bloodTests(Integer lookBackDays) {
        return new ChecklistItem(
                "blood-tests", Level.ESSENTIAL, List.of(LAB), lookBackDays, List.of(QUESTION));
    }

    private static ChecklistItem item(String code, Level level) {
        return new ChecklistItem(code, level, List.of("10160-0"), null, List.of());
    }

    private static ShelvedDocument document(String kind, LocalDate clinicalDate) {
        return new ShelvedDocument(UUID.randomUUID(), kind, clinicalDate, true);
    }
}
