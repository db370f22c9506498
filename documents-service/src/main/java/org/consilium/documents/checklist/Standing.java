package org.consilium.documents.checklist;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What others than the checklist need to know of a case's records.
 *
 * @param ended the case has ended
 * @param reference the case's, as people say it; empty while there is no checklist
 * @param kinds LOINC codes by item, in the checklist's order
 * @param filled items that documents fill
 */
public record Standing(
        boolean ended, String reference, Map<String, List<String>> kinds, Set<String> filled) {}
