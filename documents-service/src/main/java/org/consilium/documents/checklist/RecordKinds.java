package org.consilium.documents.checklist;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kinds of records that a case may hold: those the field uses (LOINC document ontology), and
 * whatever else its programme's checklist asks for. A code that is neither is a slip of the pen,
 * and would fill nothing for ever.
 */
public final class RecordKinds {

    private static final Set<String> OF_THE_FIELD =
            Set.of(
                    "11502-2", // laboratory report
                    "18748-4", // diagnostic imaging study: the report
                    "55113-5", // key images: the pictures
                    "11488-4", // consult note
                    "18842-5", // discharge summary
                    "57133-1", // referral note
                    "11504-8", // operation note
                    "11486-8", // chemotherapy records
                    "11529-5", // surgical pathology
                    "60570-9", // pathology consult
                    "51969-4", // genetic analysis
                    "10160-0", // medication use
                    "59284-0"); // consent

    private RecordKinds() {}

    /** In the order of their codes. */
    public static Set<String> of(Collection<List<String>> checklist) {
        var kinds = new TreeSet<>(OF_THE_FIELD);
        checklist.forEach(kinds::addAll);
        return kinds;
    }
}
