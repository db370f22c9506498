package org.consilium.kit.figures;

/**
 * A number, or one for each of some codes, that the database tells.
 *
 * @param name with dots, as Micrometer has it
 * @param help what a reader at night needs to know of it
 * @param sql its column {@code figure} is the number, every other column a label: a code out of
 *     few, never an id. It has to find its rows by an index, for it is asked four times a minute.
 */
public record Figure(String name, String help, String sql) {}
