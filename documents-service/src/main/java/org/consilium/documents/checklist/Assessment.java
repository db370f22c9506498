package org.consilium.documents.checklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        /** What would fill it has come and is being examined. */
        IN_EXAMINATION,
        /** A coordinator goes without it in this case. */
        WAIVED,
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
     * @param waiver null when there is none
     */
    record Item(
            String code,
            Level level,
            State state,
            List<UUID> filledBy,
            List<UUID> blocksQuestions,
            Waiver waiver) {

        boolean isMissing() {
            return state != State.PRESENT && state != State.WAIVED;
        }
    }

    static Assessment of(
            List<ChecklistItem> checklist,
            LocalDate submittedOn,
            List<ShelvedDocument> shelf,
            Map<String, Waiver> waived) {
        return new Assessment(
                checklist.stream()
                        .map(item -> assess(item, submittedOn, shelf, waived.get(item.code())))
                        .toList());
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

    Optional<Item> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** Items that documents fill. */
    Set<String> filled() {
        return items.stream()
                .filter(item -> item.state() == State.PRESENT)
                .map(Item::code)
                .collect(Collectors.toSet());
    }

    /** The answer may be better in a moment, whatever it is now. */
    boolean awaitsExamination() {
        return items.stream().anyMatch(item -> item.state() == State.IN_EXAMINATION);
    }

    private Set<String> missing(Set<Level> levels) {
        return items.stream()
                .filter(item -> levels.contains(item.level()) && item.isMissing())
                .map(Item::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Item assess(
            ChecklistItem wanted,
            LocalDate submittedOn,
            List<ShelvedDocument> shelf,
            Waiver waiver) {
        var ofKind =
                shelf.stream()
                        .filter(document -> wanted.kinds().contains(document.kind()))
                        .toList();
        var fit =
                ofKind.stream()
                        .filter(document -> isRecentEnough(document, wanted, submittedOn))
                        .sorted(NEWEST_FIRST)
                        .toList();
        var filling =
                fit.stream()
                        .filter(ShelvedDocument::examined)
                        .map(ShelvedDocument::documentId)
                        .toList();
        return new Item(
                wanted.code(),
                wanted.level(),
                filling.isEmpty() ? lacking(waiver, fit, ofKind) : State.PRESENT,
                filling,
                wanted.blocksQuestions(),
                waiver);
    }

    private static State lacking(
            Waiver waiver, List<ShelvedDocument> fit, List<ShelvedDocument> ofKind) {
        if (waiver != null) {
            return State.WAIVED;
        }
        return fit.isEmpty() ? lacking(ofKind) : State.IN_EXAMINATION;
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
