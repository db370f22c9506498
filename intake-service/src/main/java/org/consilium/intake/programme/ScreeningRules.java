package org.consilium.intake.programme;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.consilium.intake.programme.Programme.Redirection;
import org.consilium.intake.programme.Programme.Reply;
import org.consilium.intake.programme.Programme.SafetyQuestion;
import org.consilium.intake.programme.Programme.Screening;

/** Every answer leads somewhere, and wherever an emergency may be, there is a number to call. */
record ScreeningRules(Screening screening, Set<String> jurisdictions, ProgrammeRules rules) {

    void check() {
        rules.codes("screening/questions", screening.questions(), SafetyQuestion::code);
        rules.codes("screening/redirections", screening.redirections(), Redirection::code);
        if (screening.questions() == null || screening.redirections() == null) {
            return;
        }
        var ends = new HashSet<String>(Set.of(Programme.PROCEED));
        screening.redirections().forEach(redirection -> ends.add(redirection.code()));
        for (int i = 0; i < screening.questions().size(); i++) {
            question("screening/questions/" + i, screening.questions().get(i), ends);
        }
        for (int i = 0; i < screening.redirections().size(); i++) {
            var text = screening.redirections().get(i).text();
            rules.everywhere("screening/redirections/" + i + "/text", text);
        }
        checkNumbers();
    }

    private void question(String path, SafetyQuestion question, Set<String> ends) {
        rules.text(path + "/text", question.text());
        var leads = question.leads() == null ? Map.of() : question.leads();
        for (var answer : Reply.values()) {
            var end = leads.get(answer);
            rules.require(end != null, path + "/leads", answer + " leads nowhere");
            rules.require(
                    end == null || ends.contains(end), path + "/leads", end + " is not known here");
        }
    }

    private void checkNumbers() {
        var numbers =
                screening.emergencyNumbers() == null ? Map.of() : screening.emergencyNumbers();
        for (var country : jurisdictions) {
            rules.require(
                    numbers.get(country) != null,
                    "screening/emergencyNumbers",
                    "has no number for " + country);
        }
        rules.require(
                screening.otherEmergencyNumber() != null,
                "screening/otherEmergencyNumber",
                "is missing");
    }
}
