package org.consilium.intake.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.breakglass.SampleBreaks.DOCTOR;
import static org.consilium.intake.breakglass.SampleBreaks.NOW;
import static org.consilium.intake.breakglass.SampleBreaks.broken;
import static org.consilium.intake.breakglass.SampleBreaks.reviewBy;
import static org.consilium.intake.breakglass.SampleBreaks.reviewed;
import static org.consilium.intake.breakglass.SampleBreaks.wish;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.Relation;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Decision.Refused;
import org.consilium.intake.breakglass.GlassBreak.Reviewed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakGlassLifecycleTest {

    @Test
    void opens_the_case_for_an_hour_and_names_a_day_for_the_review() {
        assertThat(broken().because())
                .isInstanceOfSatisfying(
                        GlassBroken.class,
                        event -> {
                            assertThat(event.until()).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
                            assertThat(event.reviewDue()).isEqualTo(NOW.plus(Duration.ofDays(3)));
                            assertThat(event.person()).isEqualTo(DOCTOR);
                        });
    }

    @Test
    void the_words_for_it_are_in_no_event() {
        var words = wish().words();
        assertThat(SampleBreaks.events())
                .noneSatisfy(event -> assertThat(event.toString()).contains(words));
    }

    /** For a reviewer who reads blinded it would be a way to the first opinion. */
    @ParameterizedTest
    @EnumSource
    void whoever_stands_to_the_case_does_not_get_in_so(Relation held) {
        assertThat(BreakGlassLifecycle.breakGlass(wish(), Set.of(held)))
                .isEqualTo(new Refused(BreakGlassRefusal.ALREADY_LET_IN));
    }

    @Test
    void is_reviewed_by_somebody_else_and_once() {
        assertThat(BreakGlassLifecycle.review(broken().to(), reviewBy(DOCTOR)))
                .isEqualTo(new Refused(BreakGlassRefusal.OWN_BREAK));
        assertThat(reviewed().to()).isInstanceOf(Reviewed.class);
        assertThat(reviewed().because()).isInstanceOf(GlassBreakReviewed.class);
        assertThat(BreakGlassLifecycle.review(reviewed().to(), reviewBy(new UUID(0, 5))))
                .isEqualTo(new Refused(BreakGlassRefusal.ALREADY_REVIEWED));
    }
}
