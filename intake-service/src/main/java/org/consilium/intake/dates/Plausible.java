package org.consilium.intake.dates;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** In a year that somebody can mean. Others are slips of the hand, and beyond the database. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Plausible.OfDate.class, Plausible.OfInstant.class})
public @interface Plausible {

    /** The rule in words. */
    String message() default "must be in a year from 1900 to 2199";

    /** None here. */
    Class<?>[] groups() default {};

    /** None here. */
    Class<? extends Payload>[] payload() default {};

    /** For a day. */
    class OfDate implements ConstraintValidator<Plausible, LocalDate> {
        @Override
        public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
            return date == null || (date.getYear() >= 1900 && date.getYear() < 2200);
        }
    }

    /** For a moment. */
    class OfInstant implements ConstraintValidator<Plausible, Instant> {

        private static final Instant FROM =
                LocalDate.of(1900, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        private static final Instant TO =
                LocalDate.of(2200, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

        @Override
        public boolean isValid(Instant instant, ConstraintValidatorContext context) {
            return instant == null || (!instant.isBefore(FROM) && instant.isBefore(TO));
        }
    }
}
