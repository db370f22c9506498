package org.consilium.intake.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.intake.programme.Programme.Gate;

/** What follows from a reason exists: its questions, its gate, and a word that reassures. */
record ReasonRules(Programme programme, Set<String> bank, ProgrammeRules rules) {

    void check() {
        var reasons = programme.reasons();
        rules.codes("reasons", reasons, Programme.Reason::code);
        var gates = programme.gates().stream().map(Gate::code).collect(Collectors.toSet());
        for (int i = 0; i < reasons.size(); i++) {
            var reason = reasons.get(i);
            rules.text("reasons/" + i + "/label", reason.label());
            rules.text("reasons/" + i + "/reassures", reason.reassures());
            rules.known("reasons/" + i + "/asks", reason.asks(), bank);
            if (reason.gate() != null) {
                rules.known("reasons/" + i + "/gate", List.of(reason.gate()), gates);
            }
        }
        for (int i = 0; i < programme.gates().size(); i++) {
            gate("gates/" + i, programme.gates().get(i));
        }
    }

    private void gate(String path, Gate gate) {
        rules.text(path + "/label", gate.label());
        rules.codes(path + "/points", gate.points(), Programme.GatePoint::code);
        for (int i = 0; i < gate.points().size(); i++) {
            var point = gate.points().get(i);
            rules.text(path + "/points/" + i + "/label", point.label());
            rules.require(point.asks() != null, path + "/points/" + i, "asks nothing");
            rules.known(path + "/points/" + i + "/asks", List.of("" + point.asks()), bank);
        }
    }
}
