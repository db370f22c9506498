package org.consilium.intake.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeFileTest {

    private static final String FILE = "family-abroad-1.yaml";

    @ParameterizedTest
    @ValueSource(strings = {FILE, "expert-opinion-1.yaml"})
    void the_programmes_we_ship_hold_every_rule(String file) {
        assertThat(ProgrammeFile.read(file, text(file)).services()).isNotEmpty();
    }

    @Nested
    class A_broken_file {

        @ParameterizedTest(name = "{2}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        turnaroundDays: 3      | turnaroundDays: soon   | not a valid `int` value
                        lookBackDays: 120      | lookBackDay: 120       | Unrecognized field "lookBackDay"
                        kinds: ["11529-5"]     | kinds: ["11529-6"]     | 11529-6 is no LOINC code
                        level: DESIRABLE       | level: NICE            | not one of the values accepted
                        whoMayRequest: [       | whoMayRequest: [OWNER, | not one of the values accepted
                        jurisdictions: [PK]    | jurisdictions: [XX]    | XX is no country
                        jurisdictions: [PK]    | jurisdictions: [FR]    | has no number for FR
                        leads: {YES: call-emergency, | leads: {YES: nowhere, | nowhere is not known here
                        {YES: no-time-for-review, UNSURE: proceed | {YES: no-time-for-review | UNSURE leads nowhere
                        asks: [diagnosis-correct, | asks: [who-did-it,  | who-did-it is not known here
                        - code: not-improving  | - code: serious-diagnosis | serious-diagnosis stands here twice
                        - code: not-improving  | - code: Not Improving  | is no code
                        {PK: Asia/Karachi}     | {PK: Asia/Lahore}      | Asia/Lahore is no time zone
                        {PK: Asia/Karachi}     | {GB: Europe/London}    | has none for PK
                        marginDays: 3          | marginDays: 0          | at least one day
                        gate: surgery          | gate: dentistry        | dentistry is not known here
                        asks: surgeon-experience | asks: the-weather    | the-weather is not known here
                        axes: [diagnosis       | axes: [mood            | mood is not known here
                        version: 1             | version: 2             | the file must be called family-abroad-2.yaml
                        languages: [en, ur]    | languages: [en, zh]    | has no text in zh
                        turnaroundDays: 7      | turnaroundDays: 2      | must be sooner than the usual turnaround
                        """)
        void is_refused_with_file_line_and_reason(String sound, String broken, String reason) {
            var text = text(FILE);
            assertThat(text).contains(sound);
            var spoilt = text.replaceFirst(Pattern.quote(sound), broken);

            assertThatThrownBy(() -> ProgrammeFile.read(FILE, spoilt))
                    .isInstanceOf(BrokenProgramme.class)
                    .hasMessageContaining(FILE)
                    .hasMessageContaining(reason)
                    .message()
                    .matches("(?s).*, line [1-9]\\d*: .*");
        }

        @ParameterizedTest
        @CsvSource({
            "arrange-care, make-money, make-money is not known here",
            "'15.00,', ',', either an amount in a currency or on request",
            "'15.00, currency: GBP', '15.005, currency: GBP', finer than the currency's smallest unit",
            "'15.00, currency: GBP', '15.00, currency: XQX', XQX is no currency",
            "'15.00, currency: GBP', '15.00, currency: XTS', XTS is no currency"
        })
        void has_no_purpose_or_price_that_nobody_knows(String sound, String broken, String reason) {
            var spoilt = text(FILE).replaceFirst(sound, broken);

            assertThatThrownBy(() -> ProgrammeFile.read(FILE, spoilt))
                    .isInstanceOf(BrokenProgramme.class)
                    .hasMessageContaining(reason);
        }

        @Test
        void is_refused_in_the_line_of_the_fault() {
            var text = text(FILE);
            long line = text.substring(0, text.indexOf("turnaroundDays: 3")).lines().count();

            assertThatThrownBy(
                            () ->
                                    ProgrammeFile.read(
                                            FILE,
                                            text.replaceFirst(
                                                    "turnaroundDays: 3", "turnaroundDays: 0")))
                    .hasMessage(
                            "%s, line %d: services/0/turnaroundDays: at least one day"
                                    .formatted(FILE, line));
        }

        @Test
        void stops_the_start() {
            assertThatThrownBy(() -> new Programmes(List.of("broken-1.yaml")))
                    .isInstanceOf(BrokenProgramme.class)
                    .hasMessageStartingWith("broken-1.yaml, line 3: ");
        }

        @Test
        void that_is_missing_stops_the_start_too() {
            assertThatThrownBy(() -> new Programmes(List.of("absent-1.yaml")))
                    .isInstanceOf(BrokenProgramme.class)
                    .hasMessageContaining("no such file");
        }

        @Test
        void that_is_empty_is_refused() {
            assertThatThrownBy(() -> ProgrammeFile.read(FILE, ""))
                    .isInstanceOf(BrokenProgramme.class);
        }
    }

    static String text(String file) {
        var loader = ProgrammeFileTest.class.getClassLoader();
        try (var stream = loader.getResourceAsStream("programmes/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
