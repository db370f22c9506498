package org.consilium.review.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two entries of the directory are one place. */
class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "CITY TEACHING HOSPITAL, Lahore",
        "City  Teaching   Hospital, lahore",
        "City-Teaching Hospital., Lahore",
        "Ｃｉｔｙ Teaching Hospital, Lahore",
        "City\u00a0Teaching\u200cHospital, 'Lahore '"
    })
    void a_hospital_is_the_same_in_every_spelling(String name, String city) {
        assertThat(Place.of(name, "PK", city))
                .isEqualTo(Place.of("City Teaching Hospital", "PK", "Lahore"));
    }

    @Test
    void a_hospital_of_the_same_name_elsewhere_is_another() {
        var lahore = Place.of("City Hospital", "PK", "Lahore");
        assertThat(Place.of("City Hospital", "IN", "Lahore")).isNotEqualTo(lahore);
        assertThat(Place.of("City Hospital", "PK", "Karachi")).isNotEqualTo(lahore);
    }

    @Test
    void names_in_other_scripts_keep_their_letters() {
        assertThat(Place.of("جناح ہسپتال", "PK", "لاہور"))
                .isNotEqualTo(Place.of("میو ہسپتال", "PK", "لاہور"));
        assertThat(Place.of("北京协和医院", "CN", "北京")).isNotEqualTo(Place.of("北京天坛医院", "CN", "北京"));
    }
}
