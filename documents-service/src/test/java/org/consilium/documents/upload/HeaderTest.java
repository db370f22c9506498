package org.consilium.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @Test
    void a_count_is_digits() {
        assertThat(Header.count("Upload-Length", "5", 1)).isEqualTo(5);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "-1", "+5", "5 ", "x", "99999999999999999999"})
    void anything_else_and_too_little_is_none(String value) {
        assertThatThrownBy(() -> Header.count("Upload-Length", value, 1))
                .isInstanceOf(Problem.class);
    }
}
