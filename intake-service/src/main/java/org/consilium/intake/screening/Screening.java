package org.consilium.intake.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Redirection;
import org.consilium.intake.programme.Programme.Reply;

/**
 * The safety questions' rule: the first answer, in the programme's order, that leads elsewhere
 * decides.
 */
final class Screening {

    private Screening() {}

    /** Empty: go on. Every question has to be answered. */
    static Optional<Redirection> redirection(Programme programme, Map<String, Reply> answers) {
        var screening = programme.screening();
        return screening.questions().stream()
                .map(question -> question.leads().get(answers.get(question.code())))
                .filter(end -> !end.equals(Programme.PROCEED))
                .findFirst()
                .flatMap(
                        end ->
                                screening.redirections().stream()
                                        .filter(redirection -> redirection.code().equals(end))
                                        .findFirst());
    }

    /** Codes of questions without an answer, or of answers without a question. */
    static List<String> unmatched(Programme programme, Map<String, Reply> answers) {
        var unmatched = new ArrayList<String>();
        var codes = programme.screening().questions().stream().map(q -> q.code()).toList();
        codes.stream().filter(code -> answers.get(code) == null).forEach(unmatched::add);
        answers.keySet().stream().filter(code -> !codes.contains(code)).forEach(unmatched::add);
        return unmatched;
    }
}
