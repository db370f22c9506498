package org.consilium.intake.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.intake.cases.Case;
import org.consilium.intake.programme.Checklists;
import org.consilium.intake.programme.Programme.ClinicalArea;
import org.consilium.intake.programme.Programme.RecordItem;

/**
 * What to gather, as the draft stands.
 *
 * @param areas the clinical area that was chosen; all of them while none is
 */
record DraftChecklist(List<ListedArea> areas) {

    record ListedArea(String code, String text, boolean chosen, List<ListedRecord> items) {}

    /**
     * One thing that should be among the records.
     *
     * @param level essential, desirable or conditional: reasons of the draft can make it essential
     * @param lookBackDays how old it may be; null when age does not matter
     * @param questions of the draft that cannot be answered without it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedRecord(
            String code,
            String text,
            String why,
            String level,
            Integer lookBackDays,
            List<UUID> questions) {}

    static DraftChecklist of(Case draft, String language) {
        var chosen = draft.content().clinicalArea();
        var known = draft.programme().clinicalArea(chosen).isPresent();
        return new DraftChecklist(
                draft.programme().clinicalAreas().stream()
                        .filter(area -> !known || area.code().equals(chosen))
                        .map(area -> area(draft, area, known, language))
                        .toList());
    }

    private static ListedArea area(Case draft, ClinicalArea area, boolean chosen, String language) {
        var resolved = new HashMap<String, ChecklistItem>();
        Checklists.resolve(
                        draft.programme(),
                        area.code(),
                        draft.content().reasons(),
                        draft.content().bankCodes())
                .forEach(item -> resolved.put(item.code(), item));
        return new ListedArea(
                area.code(),
                area.label().get(language),
                chosen,
                area.checklist().stream()
                        .map(item -> item(item, resolved.get(item.code()), language))
                        .toList());
    }

    private static ListedRecord item(RecordItem item, ChecklistItem resolved, String language) {
        return new ListedRecord(
                item.code(),
                item.label().get(language),
                item.why().get(language),
                resolved.level().name().toLowerCase(Locale.ROOT),
                item.lookBackDays(),
                resolved.blocksQuestions());
    }
}
