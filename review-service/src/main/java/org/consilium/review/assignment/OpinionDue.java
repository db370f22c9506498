package org.consilium.review.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.review.ReviewConfig;
import org.consilium.review.cases.CaseFacts;

/** Until when an opinion is expected: the day the programme promised, unless that has passed. */
@ApplicationScoped
class OpinionDue {

    private final ReviewConfig config;

    OpinionDue(ReviewConfig config) {
        this.config = config;
    }

    /** If somebody takes the case at {@code now}. */
    Instant of(CaseFacts facts, Instant now) {
        var usual = now.plus(config.opinionTime());
        var promised = facts.submitted().opinionExpectedBy();
        return promised != null && endOf(promised).isAfter(now) ? endOf(promised) : usual;
    }

    /** The last day on which the work may be done. */
    LocalDate dayOf(CaseFacts facts, Instant now) {
        return LocalDate.ofInstant(of(facts, now).minusNanos(1), ZoneOffset.UTC);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
