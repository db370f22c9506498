package org.consilium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body",
                "Idempotency-Key",
                "questions[0].text",
                "questions.[0].text",
                "gate[which-operation].text",
                "reasons[].<iterable element>",
                "gate<K>[risks].<map key>",
                "answers.not-responding"
            })
    void names_and_numbers_are_shown(String path) {
        assertThat(FieldPath.shown(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate[Yusuf has a tumour].text   | gate[*].text",
                "gate[a.b].text                  | gate[*].text",
                "gate.what she said.text         | gate.*.text",
                "answers.تشخیص                   | answers.*",
                "gate[a]b]                       | *",
                "<script>alert(1)</script>       | *"
            })
    void what_could_be_somebody_s_words_is_not(String path, String shown) {
        assertThat(FieldPath.shown(path)).isEqualTo(shown);
    }

    @Test
    void nor_is_what_has_no_end() {
        assertThat(FieldPath.shown("a.".repeat(200))).isEqualTo("*");
        assertThat(FieldPath.shown("a".repeat(61))).isEqualTo("*");
    }
}
