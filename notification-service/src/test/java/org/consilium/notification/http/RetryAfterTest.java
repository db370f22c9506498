package org.consilium.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "0 | 0",
                "' 5 ' | 5",
                "Sat, 21 Nov 2026 08:01:30 GMT | 90",
            })
    void names_seconds_or_a_date(String header, long seconds) {
        assertThat(RetryAfter.read(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999999", "Sat, 21 Nov 2026"})
    void is_nothing_when_it_cannot_be_read(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    @Test
    void of_a_date_that_has_passed_is_nothing() {
        assertThat(RetryAfter.read("Sat, 21 Nov 2026 07:59:59 GMT", NOW)).isEmpty();
    }
}
