package org.consilium.intake.consents;

import java.util.Arrays;
import java.util.List;
import org.consilium.kit.words.Code;

/**
 * What for somebody's records are given and read: a closed list. A consent is given for one of them
 * and for no other; the words of each stand in {@code texts/purposes_*.properties}.
 */
public enum Purpose {
    INDEPENDENT_OPINION,
    UNDERSTAND_RESULTS,
    ARRANGE_CARE,
    FIND_SPECIALIST;

    /** As programme files, consents and events have it. */
    public String code() {
        return Code.of(this);
    }

    /** All there are. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Purpose::code).toList();
    }
}
