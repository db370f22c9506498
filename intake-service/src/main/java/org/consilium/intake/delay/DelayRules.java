package org.consilium.intake.delay;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.consilium.intake.programme.Programme.Service;

/**
 * The delay guard (X3 of product.md). Days are those of the patient's country: a treatment begins
 * with its day there, and an opinion that is promised for a day may come at its end.
 */
public final class DelayRules {

    private DelayRules() {}

    /**
     * The guard's answer.
     *
     * @param expectedBy the day on which the opinion is there
     * @param sooner the day on which the faster service would have it; null when there is none
     */
    public record Judgement(Delay delay, LocalDate expectedBy, LocalDate sooner) {}

    /** For a turnaround that begins today where the patient is. */
    public static Judgement judge(
            LocalDate treatment,
            Service service,
            boolean expedited,
            int marginDays,
            ZoneId zone,
            Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var faster = service.expedited();
        if (expedited && faster != null) {
            return judge(treatment, today.plusDays(faster.turnaroundDays()), null, marginDays);
        }
        return judge(
                treatment,
                today.plusDays(service.turnaroundDays()),
                faster == null ? null : today.plusDays(faster.turnaroundDays()),
                marginDays);
    }

    /** For days that are known. Without a treatment there is nothing to be late for. */
    public static Judgement judge(
            LocalDate treatment, LocalDate expectedBy, LocalDate sooner, int marginDays) {
        return new Judgement(delay(treatment, expectedBy, sooner, marginDays), expectedBy, sooner);
    }

    private static Delay delay(
            LocalDate treatment, LocalDate expectedBy, LocalDate sooner, int marginDays) {
        if (treatment == null || DAYS.between(expectedBy, treatment) >= marginDays) {
            return Delay.IN_TIME;
        }
        if (expectedBy.isBefore(treatment)) {
            return Delay.WARN;
        }
        return sooner != null && sooner.isBefore(treatment) ? Delay.EXPEDITE : Delay.TOO_LATE;
    }
}
