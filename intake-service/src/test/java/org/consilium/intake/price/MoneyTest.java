package org.consilium.intake.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "4000, GBP, 40.00 GBP",
        "1, GBP, 0.01 GBP",
        "40, JPY, 40 JPY",
        "12500, KWD, 12.500 KWD"
    })
    void is_told_in_the_unit_that_people_pay_in(long minor, String currency, String told) {
        assertThat(new Money(minor, currency)).hasToString(told);
    }
}
