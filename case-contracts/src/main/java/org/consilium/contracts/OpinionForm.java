package org.consilium.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signed opinion of this case must hold, as codes of the programme's version.
 *
 * @param sections such as {@code diagnosis-correct}, each to be written
 * @param axes of the agreement taxonomy, each to be scored; none where nothing is compared
 * @param labValues whether each laboratory value is explained; null in events from before that was
 *     asked
 */
public record OpinionForm(List<String> sections, List<String> axes, @Nullable Boolean labValues) {

    /** An opinion that explains no laboratory values. */
    public OpinionForm(List<String> sections, List<String> axes) {
        this(sections, axes, false);
    }
}
