package org.consilium.intake.programme;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.OpinionForm;
import org.consilium.intake.programme.Programme.RecordItem;
import org.consilium.intake.programme.Programme.Section;

/**
 * What a programme asks of one particular case: its reasons and questions decide the conditions.
 */
public final class Checklists {

    private Checklists() {}

    /**
     * The records this case needs.
     *
     * @param questions the bank code of each question that came from the bank
     */
    public static List<ChecklistItem> resolve(
            Programme programme, String area, Set<String> reasons, Map<UUID, String> questions) {
        return programme.clinicalArea(area).orElseThrow().checklist().stream()
                .map(item -> resolved(item, reasons, questions))
                .toList();
    }

    public static OpinionForm form(Programme programme, String service, Set<String> reasons) {
        var due = programme.opinionForm().dueFor(service);
        var sections =
                due.sections().stream()
                        .filter(section -> applies(section.whenReasons(), reasons))
                        .map(Section::code)
                        .toList();
        return new OpinionForm(sections, due.axes(), due.labValues());
    }

    private static ChecklistItem resolved(
            RecordItem item, Set<String> reasons, Map<UUID, String> questions) {
        return new ChecklistItem(
                item.code(),
                level(item, reasons),
                item.kinds(),
                item.lookBackDays(),
                blocked(item, questions));
    }

    /**
     * A condition that holds makes the item essential; one that only a person can judge stays
     * advice.
     */
    private static Level level(RecordItem item, Set<String> reasons) {
        return item.level() == Level.CONDITIONAL && holdsAny(item.whenReasons(), reasons)
                ? Level.ESSENTIAL
                : item.level();
    }

    private static List<UUID> blocked(RecordItem item, Map<UUID, String> questions) {
        return questions.entrySet().stream()
                .filter(question -> item.blocks().contains(question.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean applies(Collection<String> whenReasons, Set<String> reasons) {
        return whenReasons.isEmpty() || holdsAny(whenReasons, reasons);
    }

    private static boolean holdsAny(Collection<String> conditions, Set<String> reasons) {
        return conditions.stream().anyMatch(reasons::contains);
    }
}
