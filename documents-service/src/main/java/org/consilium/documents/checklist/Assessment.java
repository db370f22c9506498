package org.consilium.documents.checklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;

/** The shelf against the checklist, item by item, in the checklist's order. */
record Assessment(List<Item> items) {

    enum State {
        PRESENT,
        /** Nothing of the item's kinds is there. */
        MISSING,
        /** The newest one is older than the item's look-back. */
        TOO_OLD,
        /** The item has a look-back, and no document of its kinds says when it was made. */
        DATE_UNKNOWN
    }

    /**
     * One line of the checklist.
     *
     * @param filledBy the documents that count, newest first; empty unless present
     */
    record Item(
            String code,
            Level level,
            State state,
            List<UUID> filledBy,
            List<UUID> blocksQuestions) {}

    static Assessment of(
            List<ChecklistItem> checklist, LocalDate submittedOn, List<ShelvedDocument> shelf) {
        return new Assessment(
                checklist.stream().map(item -> assess(item, submittedOn, shelf)).toList());
    }

    /** A conditional item is advice here, so it is told with the desirable ones. */
    RecordsAssessed announcement(UUID caseId) {
        var essential = missing(Set.of(Level.ESSENTIAL));
        return new RecordsAssessed(
                caseId,
                essential.isEmpty(),
                essential,
                missing(Set.of(Level.DESIRABLE, Level.CONDITIONAL)));
    }

    private Set<String> missing(Set<Level> levels) {
        return items.stream()
                .filter(item -> levels.contains(item.level()) && item.state() != State.PRESENT)
                .map(Item::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Item assess(
            ChecklistItem wanted, LocalDate submittedOn, List<ShelvedDocument> shelf) {
        var ofKind =
                shelf.stream()
                        .filter(document -> wanted.kinds().contains(document.kind()))
                        .toList();
        var filling =
                ofKind.stream()
                        .filter(document -> isRecentEnough(document, wanted, submittedOn))
                        .sorted(NEWEST_FIRST)
                        .map(ShelvedDocument::documentId)
                        .toList();
        var state = filling.isEmpty() ? lacking(ofKind) : State.PRESENT;
        return new Item(wanted.code(), wanted.level(), state, filling, wanted.blocksQuestions());
    }

    private static final Comparator<ShelvedDocument> NEWEST_FIRST =
            Comparator.comparing(
                            ShelvedDocument::clinicalDate,
                            Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(ShelvedDocument::documentId)
                    .reversed();

    private static boolean isRecentEnough(
            ShelvedDocument document, ChecklistItem wanted, LocalDate submittedOn) {
        if (wanted.lookBackDays() == null) {
            return true;
        }
        var oldest = submittedOn.minusDays(wanted.lookBackDays());
        return document.clinicalDate() != null && !document.clinicalDate().isBefore(oldest);
    }

    private static State lacking(List<ShelvedDocument> ofKind) {
        if (ofKind.isEmpty()) {
            return State.MISSING;
        }
        return ofKind.stream().anyMatch(document -> document.clinicalDate() != null)
                ? State.TOO_OLD
                : State.DATE_UNKNOWN;
    }
}
