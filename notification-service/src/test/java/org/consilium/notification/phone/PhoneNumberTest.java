package org.consilium.notification.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.notification.directory.Contact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+923001234567, +923001234567",
        "+44 (20) 7183-8750, +442071838750",
    })
    void is_dialled_as_the_whole_world_dials_it(String written, String number) {
        assertThat(PhoneNumber.of(contact(written))).contains(number);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0300 1234567", "00923001234567", "+0300", "+44 call me", "+1"})
    void is_none_when_it_could_be_somebody_elses(String written) {
        assertThat(PhoneNumber.of(contact(written))).isEmpty();
    }

    private static Contact contact(String phone) {
        return new Contact(true, null, phone, null);
    }
}
