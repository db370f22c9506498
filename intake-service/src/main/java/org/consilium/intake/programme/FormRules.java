package org.consilium.intake.programme;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.intake.programme.Programme.Form;

/** What an opinion has to hold is something that can be written, for each service there is. */
record FormRules(Programme programme, Set<String> reasons, ProgrammeRules rules) {

    private static final Set<String> AXES =
            Set.of(
                    "diagnosis",
                    "stage-or-extent",
                    "treatment-plan",
                    "urgency",
                    "facility",
                    "further-tests");

    void check() {
        var form = programme.opinionForm();
        form("opinionForm", form);
        rules.require(!form.axes().isEmpty(), "opinionForm/axes", "is empty");
        var services =
                programme.services().stream()
                        .map(Programme.Service::code)
                        .collect(Collectors.toSet());
        rules.known("opinionForm/forServices", form.forServices().keySet(), services);
        new TreeMap<>(form.forServices())
                .forEach((service, due) -> form("opinionForm/forServices/" + service, due));
    }

    private void form(String path, Form form) {
        rules.codes(path + "/sections", form.sections(), Programme.Section::code);
        for (int i = 0; form.sections() != null && i < form.sections().size(); i++) {
            var section = form.sections().get(i);
            var part = path + "/sections/" + i;
            rules.text(part + "/label", section.label());
            rules.require(Loinc.isCode(section.loinc()), part + "/loinc", "is no LOINC code");
            rules.known(part + "/whenReasons", section.whenReasons(), reasons);
        }
        rules.known(path + "/axes", form.axes(), AXES);
    }
}
