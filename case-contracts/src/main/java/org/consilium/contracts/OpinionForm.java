package org.consilium.contracts;

import java.util.List;

/**
 * What a signed opinion of this case must hold, as codes of the programme's version.
 *
 * @param sections such as {@code diagnosis-correct}, each to be written
 * @param axes of the agreement taxonomy, each to be scored
 */
public record OpinionForm(List<String> sections, List<String> axes) {}
