package org.consilium.review.completeness;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.review.opinion.LabValue.Flag;

/**
 * A laboratory's range where it can be read as numbers; anything else allows every flag. A slip
 * between value, range and flag tells a family the opposite of what the paper says.
 *
 * @param low and {@code high} are null where the range is open
 * @param open whether the limits themselves lie outside, as in {@code < 5}
 */
record ReferenceRange(BigDecimal low, BigDecimal high, boolean open) {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*" + NUMBER + "\\s*[-\u2010-\u2015~]\\s*" + NUMBER + "\\s*");
    private static final Pattern BELOW = Pattern.compile("\\s*(<|<=|\u2264)\\s*" + NUMBER + "\\s*");
    private static final Pattern ABOVE = Pattern.compile("\\s*(>|>=|\u2265)\\s*" + NUMBER + "\\s*");
    private static final Pattern VALUE = Pattern.compile("\\s*" + NUMBER + "\\s*");

    static ReferenceRange of(String printed) {
        var between = BETWEEN.matcher(printed);
        if (between.matches()) {
            return new ReferenceRange(number(between, 1), number(between, 2), false);
        }
        var below = BELOW.matcher(printed);
        if (below.matches()) {
            return new ReferenceRange(null, number(below, 2), below.group(1).equals("<"));
        }
        var above = ABOVE.matcher(printed);
        return above.matches()
                ? new ReferenceRange(number(above, 2), null, above.group(1).equals(">"))
                : new ReferenceRange(null, null, false);
    }

    boolean allows(String value, Flag flag) {
        var measured = VALUE.matcher(value);
        if (!measured.matches() || (low == null && high == null)) {
            return true;
        }
        var number = number(measured, 1);
        return switch (flag) {
            case NORMAL -> !isLow(number) && !isHigh(number);
            case LOW, CRITICAL_LOW -> isLow(number);
            case HIGH, CRITICAL_HIGH -> isHigh(number);
            case ABNORMAL -> true;
        };
    }

    private boolean isLow(BigDecimal number) {
        return low != null && isBeyond(low.compareTo(number));
    }

    private boolean isHigh(BigDecimal number) {
        return high != null && isBeyond(number.compareTo(high));
    }

    private boolean isBeyond(int compared) {
        return compared > 0 || (open && compared == 0);
    }

    private static BigDecimal number(Matcher found, int group) {
        return new BigDecimal(found.group(group));
    }
}
