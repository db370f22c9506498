package org.consilium.review.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.EnumSet;
import java.util.Set;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.matching.ExclusionRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExcludedTest {

    private static final Set<String> CLINIC_WEIGHS =
            Set.of("specialty", "language", "absent", "capacity", "already-asked");

    @ParameterizedTest
    @EnumSource
    void what_is_not_the_clinics_to_weigh_is_never_set_aside(ExclusionRule rule) {
        if (CLINIC_WEIGHS.contains(rule.id())) {
            assertThatCode(by(rule)::requireOverridable).doesNotThrowAnyException();
        } else {
            assertThat(refusalOf(by(rule)).code()).isEqualTo("never-overridden");
        }
    }

    @Test
    void one_rule_that_stands_is_enough_and_is_named() {
        var refusal = refusalOf(by(ExclusionRule.CAPACITY, ExclusionRule.INDEPENDENCE_DECLARED));

        assertThat(refusal.fields())
                .extracting(FieldProblem::field, FieldProblem::rule)
                .containsExactly(tuple("reviewer", "independence-declared"));
    }

    @Test
    void whoever_said_that_they_are_not_independent_is_not_asked_again() {
        var said = new Excluded(null, EnumSet.of(ExclusionRule.ALREADY_ASKED), true);

        assertThat(refusalOf(said).fields())
                .extracting(FieldProblem::rule)
                .containsExactly("already-asked");
    }

    @Test
    void whom_no_rule_excludes_matching_asks() {
        assertThat(refusalOf(by()).code()).isEqualTo("not-excluded");
    }

    @Test
    void what_came_to_it_since_nobody_has_agreed_to() {
        var now = by(ExclusionRule.LANGUAGE, ExclusionRule.CAPACITY);

        assertThat(refusalOf(now, Set.of("language")).code()).isEqualTo("override-outdated");
        now.requireNoneBut(Set.of("language", "capacity", "absent"));
    }

    private static Excluded by(ExclusionRule... rules) {
        var all = EnumSet.noneOf(ExclusionRule.class);
        all.addAll(Set.of(rules));
        return new Excluded(null, all, false);
    }

    private static Problem refusalOf(Excluded excluded) {
        return catchThrowableOfType(Problem.class, excluded::requireOverridable);
    }

    private static Problem refusalOf(Excluded excluded, Set<String> agreed) {
        return catchThrowableOfType(Problem.class, () -> excluded.requireNoneBut(agreed));
    }
}
