package org.consilium.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.reading.Sight.EVERYTHING;
import static org.consilium.documents.reading.Sight.NOTHING;
import static org.consilium.documents.reading.Sight.PROGRESS;
import static org.consilium.documents.reading.Sight.RECORDS;
import static org.consilium.documents.reading.Sight.RECORDS_BUT_FIRST_OPINION;
import static org.consilium.documents.reading.Sight.TRANSLATING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consilium.contracts.Relation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SightTest {

    @Nested
    class A_reviewer {

        @Test
        void reads_the_records_and_the_first_opinion_only_after_the_own_reading() {
            assertThat(sight(Relation.REVIEWER, false, false)).isEqualTo(RECORDS_BUT_FIRST_OPINION);
            assertThat(sight(Relation.REVIEWER, true, false)).isEqualTo(RECORDS);
        }

        @Test
        void reads_nothing_once_the_case_has_ended() {
            assertThat(sight(Relation.REVIEWER, true, true)).isEqualTo(NOTHING);
        }
    }

    @Test
    void the_patient_s_side_sees_everything_to_the_end() {
        for (var relation :
                EnumSet.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER)) {
            assertThat(sight(relation, false, true)).isEqualTo(EVERYTHING);
        }
    }

    @Test
    void whoever_broke_the_glass_sees_everything_also_of_a_case_that_has_ended() {
        assertThat(sight(Relation.BREAK_GLASS, false, false)).isEqualTo(EVERYTHING);
        assertThat(sight(Relation.BREAK_GLASS, false, true)).isEqualTo(EVERYTHING);
    }

    @Test
    void nobody_else_who_stands_to_the_case_sees_anything() {
        for (var relation :
                EnumSet.of(Relation.OFFERED_REVIEWER, Relation.CONTRIBUTOR, Relation.TRANSLATOR)) {
            assertThat(sight(relation, true, false)).isEqualTo(NOTHING);
        }
    }

    @Test
    void a_translator_translates_as_long_as_the_case_lasts_and_not_without_the_role() {
        var relations = Set.of(Relation.TRANSLATOR);
        assertThat(DocumentsPolicy.sight(Set.of("translator"), relations, false, false))
                .isEqualTo(TRANSLATING);
        assertThat(DocumentsPolicy.sight(Set.of("translator"), relations, false, true))
                .isEqualTo(NOTHING);
        assertThat(DocumentsPolicy.sight(Set.of("patient"), relations, false, false))
                .isEqualTo(NOTHING);
        assertThat(TRANSLATING.showsNames()).isFalse();
        assertThat(TRANSLATING.readsCopies()).isTrue();
    }

    @Test
    void whoever_sees_the_names_of_files_is_who_the_policy_lets_read_them() {
        var fields = new DocumentsPolicy(null, null).fields();
        for (var field : List.of("record", "first-opinion-record")) {
            assertThat(fields.get(field).relations().containsKey(Relation.TRANSLATOR)).isTrue();
            assertThat(fields.get(field + "-name").relations().containsKey(Relation.TRANSLATOR))
                    .isEqualTo(TRANSLATING.showsNames());
            assertThat(fields.get(field + "-name").relations().containsKey(Relation.REVIEWER))
                    .isEqualTo(RECORDS.showsNames());
        }
    }

    @Test
    void a_coordinator_sees_how_far_it_is_and_no_name_nor_content() {
        assertThat(DocumentsPolicy.sight(Set.of("coordinator"), Set.of(), true, false))
                .isEqualTo(PROGRESS);
        assertThat(PROGRESS.showsNames()).isFalse();
    }

    @Test
    void an_operator_sees_nothing() {
        assertThat(DocumentsPolicy.sight(Set.of("operator"), Set.of(), true, false))
                .isEqualTo(NOTHING);
    }

    private static Sight sight(Relation relation, boolean committed, boolean ended) {
        return DocumentsPolicy.sight(Set.of("reviewer"), Set.of(relation), committed, ended);
    }
}
