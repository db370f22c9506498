package org.consilium.documents.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLetterTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void names_the_case_and_each_record_once_and_leaves_no_gap_but_the_family_s(String language) {
        var letter = RequestLetter.write(language, "C-7", List.of("11502-2", "55113-5", "11502-2"));
        var words = RequestLetter.words(language);
        assertThat(letter).contains("C-7").doesNotContain("{", "}");
        assertThat(letter).containsOnlyOnce("  - " + words.getProperty("11502-2"));
        assertThat(letter).containsOnlyOnce("  - " + words.getProperty("55113-5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void asks_for_the_pictures_of_scans_only_where_they_are_wanted(String language) {
        assertThat(RequestLetter.write(language, "C-7", List.of("18748-4", "55113-5")))
                .contains("DICOM")
                .doesNotContain("\n\n\n");
        var reportOnly = RequestLetter.write(language, "C-7", List.of("18748-4"));
        assertThat(reportOnly).doesNotContain("DICOM", "\n\n\n");
        assertThat(reportOnly.lines().filter(line -> line.startsWith("  - "))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "zh"})
    void has_the_same_kinds_of_record_in_each_language(String language) {
        assertThat(RequestLetter.words(language).keySet())
                .isEqualTo(RequestLetter.words("en").keySet());
    }

    @Test
    void has_words_for_a_kind_that_it_does_not_know() {
        assertThat(RequestLetter.write("en", "C-7", List.of("99999-9")))
                .contains("  - Medical record");
    }
}
