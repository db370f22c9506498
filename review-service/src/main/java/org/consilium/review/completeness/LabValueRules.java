package org.consilium.review.completeness;

import static org.consilium.review.completeness.Missing.Rule.CONCERN_WITHOUT_QUESTION;
import static org.consilium.review.completeness.Missing.Rule.CRITICAL_WITHOUT_FINDING;
import static org.consilium.review.completeness.Missing.Rule.CRITICAL_WITHOUT_URGENCY;
import static org.consilium.review.completeness.Missing.Rule.EMPTY_LAB_FIELD;
import static org.consilium.review.completeness.Missing.Rule.FLAG_CONTRADICTS_RANGE;
import static org.consilium.review.completeness.Missing.Rule.LAB_VALUES_NOT_ASKED;
import static org.consilium.review.completeness.Missing.Rule.NO_LAB_VALUES;

import java.util.ArrayList;
import java.util.List;
import org.consilium.review.opinion.LabValue;
import org.consilium.review.opinion.LabValue.Concern;

/** Whether each value is explained so that a family can do something with it. */
final class LabValueRules {

    private final List<Missing> missing = new ArrayList<>();

    private final boolean criticalFlagged;

    private LabValueRules(boolean criticalFlagged) {
        this.criticalFlagged = criticalFlagged;
    }

    /** The fields are {@code labValues.<position>.<part>}, positions from 0. */
    static List<Missing> missing(boolean asked, List<LabValue> values, boolean criticalFlagged) {
        if (!asked) {
            return values.isEmpty()
                    ? List.of()
                    : List.of(new Missing("labValues", LAB_VALUES_NOT_ASKED));
        }
        if (values.isEmpty()) {
            return List.of(new Missing("labValues", NO_LAB_VALUES));
        }
        var rules = new LabValueRules(criticalFlagged);
        for (int i = 0; i < values.size(); i++) {
            rules.check("labValues." + i, values.get(i));
        }
        return List.copyOf(rules.missing);
    }

    private void check(String field, LabValue value) {
        filled(field + ".name", value.name());
        filled(field + ".value", value.value());
        filled(field + ".range", value.range());
        require(value.flag() != null, field + ".flag", EMPTY_LAB_FIELD);
        filled(field + ".meaning", value.meaning());
        require(value.concern() != null, field + ".concern", EMPTY_LAB_FIELD);
        boolean concern = value.concern() != null && value.concern() != Concern.NONE;
        require(
                !concern || !value.askAbout().isBlank(),
                field + ".askAbout",
                CONCERN_WITHOUT_QUESTION);
        if (value.flag() != null) {
            flagged(field, value);
        }
    }

    private void flagged(String field, LabValue value) {
        require(
                ReferenceRange.of(value.range()).allows(value.value(), value.flag()),
                field + ".flag",
                FLAG_CONTRADICTS_RANGE);
        require(
                !value.flag().isCritical() || criticalFlagged,
                field + ".flag",
                CRITICAL_WITHOUT_FINDING);
        require(
                !value.flag().isCritical() || value.concern() == Concern.URGENT,
                field + ".concern",
                CRITICAL_WITHOUT_URGENCY);
    }

    private void filled(String field, String text) {
        require(!text.isBlank(), field, EMPTY_LAB_FIELD);
    }

    private void require(boolean holds, String field, Missing.Rule rule) {
        if (!holds) {
            missing.add(new Missing(field, rule));
        }
    }
}
