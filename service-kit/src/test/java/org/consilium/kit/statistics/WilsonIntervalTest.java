package org.consilium.kit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** Computed by hand from the formula, to four places. */
    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({
        "5, 10, 0.2366, 0.7634",
        "0, 10, 0.0000, 0.2775",
        "10, 10, 0.7225, 1.0000",
        "81, 263, 0.2553, 0.3662"
    })
    void is_the_score_interval(int count, int denominator, double low, double high) {
        var interval = WilsonInterval.of(count, denominator);

        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }
}
