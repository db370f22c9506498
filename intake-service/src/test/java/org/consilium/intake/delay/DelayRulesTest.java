package org.consilium.intake.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.consilium.intake.price.Price;
import org.consilium.intake.programme.Programme.Expedited;
import org.consilium.intake.programme.Programme.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayRulesTest {

    private static final Price ON_REQUEST = new Price(null, null, true);
    private static final Service SEVEN_DAYS =
            new Service("seven", Map.of(), Map.of(), ON_REQUEST, 7, null);
    private static final Service SEVEN_OR_THREE =
            new Service("both", Map.of(), Map.of(), ON_REQUEST, 7, new Expedited(ON_REQUEST, 3));

    @ParameterizedTest(name = "treatment on {0}, expedited {1}: {2}")
    @CsvSource({
        ", false, IN_TIME",
        "2026-12-31, false, IN_TIME",
        "2026-12-01, false, IN_TIME",
        "2026-11-30, false, WARN",
        "2026-11-29, false, WARN",
        "2026-11-28, false, EXPEDITE",
        "2026-11-25, false, EXPEDITE",
        "2026-11-24, false, TOO_LATE",
        "2026-11-20, false, TOO_LATE",
        "2026-11-27, true, IN_TIME",
        "2026-11-26, true, WARN",
        "2026-11-25, true, WARN",
        "2026-11-24, true, TOO_LATE"
    })
    void a_service_of_seven_or_three_days_asked_on_the_21st(
            LocalDate treatment, boolean expedited, Delay delay) {
        assertThat(delay(treatment, SEVEN_OR_THREE, expedited, "Asia/Karachi", "2026-11-21T08:00Z"))
                .isEqualTo(delay);
    }

    @ParameterizedTest(name = "treatment on {0}: {1}")
    @CsvSource({"2026-12-01, IN_TIME", "2026-11-29, WARN", "2026-11-28, TOO_LATE"})
    void a_service_without_a_faster_form(LocalDate treatment, Delay delay) {
        assertThat(delay(treatment, SEVEN_DAYS, true, "Asia/Karachi", "2026-11-21T08:00Z"))
                .isEqualTo(delay);
    }

    /** Each asks for the opinion of 28 November plus a margin of three days: 1 December. */
    @ParameterizedTest(name = "in {0} at {1}: {2}")
    @CsvSource({
        // The patient's day, not that of whoever asks.
        "Asia/Karachi, 2026-11-21T18:59:59Z, IN_TIME",
        "Asia/Karachi, 2026-11-21T19:00:00Z, WARN",
        // On both sides of the date line at the same moment.
        "Pacific/Kiritimati, 2026-11-21T10:30:00Z, WARN",
        "Pacific/Pago_Pago, 2026-11-21T10:30:00Z, IN_TIME",
        "Pacific/Pago_Pago, 2026-11-22T10:59:59Z, IN_TIME",
        "Pacific/Pago_Pago, 2026-11-22T11:00:00Z, WARN",
    })
    void the_day_is_the_one_where_the_patient_is(String zone, Instant now, Delay delay) {
        assertThat(delay(LocalDate.parse("2026-12-01"), SEVEN_DAYS, false, zone, now.toString()))
                .isEqualTo(delay);
    }

    /** A day of 23 or 25 hours is one day. */
    @ParameterizedTest(name = "in {0} at {1}, treatment on {2}: {3}")
    @CsvSource({
        "Europe/London, 2026-03-28T23:30:00Z, 2026-04-07, IN_TIME",
        "Europe/London, 2026-03-29T22:59:59Z, 2026-04-08, IN_TIME",
        "Europe/London, 2026-03-29T23:00:00Z, 2026-04-08, WARN",
        "Europe/London, 2026-10-24T22:59:59Z, 2026-11-03, IN_TIME",
        "Europe/London, 2026-10-24T23:00:00Z, 2026-11-03, WARN",
        "Europe/London, 2026-10-25T23:59:59Z, 2026-11-04, IN_TIME",
        "Australia/Sydney, 2026-10-03T13:59:59Z, 2026-10-13, IN_TIME",
        "Australia/Sydney, 2026-10-03T14:00:00Z, 2026-10-13, WARN",
        "America/St_Johns, 2026-11-01T02:29:59Z, 2026-11-10, IN_TIME",
        "America/St_Johns, 2026-11-01T02:30:00Z, 2026-11-10, WARN"
    })
    void clocks_that_change_in_between_change_no_day(
            String zone, Instant now, LocalDate treatment, Delay delay) {
        assertThat(delay(treatment, SEVEN_DAYS, false, zone, now.toString())).isEqualTo(delay);
    }

    private static Delay delay(
            LocalDate treatment, Service service, boolean expedited, String zone, String now) {
        var instant = java.time.OffsetDateTime.parse(now).toInstant();
        return DelayRules.judge(treatment, service, expedited, 3, ZoneId.of(zone), instant).delay();
    }
}
