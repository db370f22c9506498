package org.consilium.contracts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that should be among the records, as codes; the words stand in the programme's version.
 *
 * @param code stable within the programme, such as {@code blood-tests}
 * @param level how badly it is needed
 * @param kinds LOINC codes, any of which fills the item
 * @param lookBackDays how old the newest such record may be, in days before submission; null when
 *     age does not matter
 * @param blocksQuestions ids of the case's questions that cannot be answered without it
 */
public record ChecklistItem(
        String code,
        Level level,
        List<String> kinds,
        @Nullable Integer lookBackDays,
        List<UUID> blocksQuestions) {

    public enum Level {
        /** The case waits until it is there. */
        ESSENTIAL,
        DESIRABLE,
        /**
         * Needed only when its condition holds; intake resolves the condition before it publishes,
         * so here it is advice.
         */
        CONDITIONAL
    }
}
