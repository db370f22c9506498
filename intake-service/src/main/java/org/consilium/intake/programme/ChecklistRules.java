package org.consilium.intake.programme;

import java.util.List;
import java.util.Set;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.intake.programme.Programme.ClinicalArea;
import org.consilium.intake.programme.Programme.RecordItem;

/** Every item says why it is wanted, what fills it, and refers only to what the programme has. */
record ChecklistRules(
        List<ClinicalArea> areas, Set<String> bank, Set<String> reasons, ProgrammeRules rules) {

    void check() {
        rules.codes("clinicalAreas", areas, ClinicalArea::code);
        for (int i = 0; i < areas.size(); i++) {
            var path = "clinicalAreas/" + i;
            var checklist = areas.get(i).checklist();
            rules.text(path + "/label", areas.get(i).label());
            rules.codes(path + "/checklist", checklist, RecordItem::code);
            for (int j = 0; checklist != null && j < checklist.size(); j++) {
                item(path + "/checklist/" + j, checklist.get(j));
            }
        }
    }

    private void item(String path, RecordItem item) {
        rules.text(path + "/label", item.label());
        rules.text(path + "/why", item.why());
        rules.require(item.level() != null, path + "/level", "is missing");
        var kinds = item.kinds();
        rules.require(!kinds.isEmpty(), path + "/kinds", "is empty");
        for (var kind : kinds) {
            rules.require(Loinc.isCode(kind), path + "/kinds", kind + " is no LOINC code");
        }
        rules.require(
                item.lookBackDays() == null || item.lookBackDays() > 0,
                path + "/lookBackDays",
                "at least one day");
        rules.known(path + "/blocks", item.blocks(), bank);
        rules.known(path + "/whenReasons", item.whenReasons(), reasons);
        rules.require(
                item.whenReasons().isEmpty() || item.level() == Level.CONDITIONAL,
                path + "/whenReasons",
                "only a conditional item has a condition");
    }
}
