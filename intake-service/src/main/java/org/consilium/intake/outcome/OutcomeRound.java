package org.consilium.intake.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** When it is asked: so many days after the first version of the opinion was released. */
public enum OutcomeRound {
    DAY_21(21),
    DAY_90(90);

    private final int day;

    OutcomeRound(int day) {
        this.day = day;
    }

    @JsonValue
    public int day() {
        return day;
    }

    /** Empty for a day on which nothing is asked. */
    static Optional<OutcomeRound> of(long day) {
        return Arrays.stream(values()).filter(round -> round.day == day).findFirst();
    }

    /** As the deadline's reference: a case has each round once. */
    UUID ref() {
        return new UUID(0, day);
    }

    Instant after(Instant delivery) {
        return delivery.plus(Duration.ofDays(day));
    }
}
