package org.consilium.intake.questions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Content;
import org.consilium.intake.cases.Content.GateAnswer;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Gate;
import org.consilium.intake.programme.Programme.GatePoint;

/**
 * Points that have to be thought of before submission when a reason asks for it, such as the four
 * of an operation. "We do not know yet" is an answer, and becomes a question to the reviewer.
 */
public final class GateRules {

    private GateRules() {}

    /** Those that the reasons bring up. */
    public static List<Gate> gates(Programme programme, Set<String> reasons) {
        var shown =
                programme.reasons().stream()
                        .filter(reason -> reasons.contains(reason.code()))
                        .map(Programme.Reason::gate)
                        .toList();
        return programme.gates().stream().filter(gate -> shown.contains(gate.code())).toList();
    }

    /** Points that nobody has said anything to. */
    public static List<String> unanswered(Case current) {
        var answers = current.content().gate();
        return points(current)
                .map(GatePoint::code)
                .filter(code -> !answers.getOrDefault(code, GateAnswer.NONE).isGiven())
                .toList();
    }

    /** The content with a question for each point that nobody knows the answer to. */
    public static Content withOpenPointsAsked(Case current) {
        var content = current.content();
        var questions = new ArrayList<>(content.questions());
        points(current)
                .filter(point -> content.gate().get(point.code()).unknown())
                .filter(point -> questions.stream().noneMatch(asked -> asks(asked, point)))
                .map(point -> question(current, point))
                .forEach(questions::add);
        return content.asking(questions);
    }

    private static Stream<GatePoint> points(Case current) {
        return gates(current.programme(), current.content().reasons()).stream()
                .flatMap(gate -> gate.points().stream());
    }

    private static boolean asks(Question asked, GatePoint point) {
        return point.asks().equals(asked.bankCode());
    }

    /** Its id follows from case and point: asked again, it is the same question. */
    private static Question question(Case current, GatePoint point) {
        var name = current.id() + "/" + point.code();
        var words =
                current.programme().questionBank().stream()
                        .filter(known -> known.code().equals(point.asks()))
                        .findFirst()
                        .orElseThrow()
                        .label();
        return new Question(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                words.getOrDefault(current.language(), words.get("en")),
                point.asks());
    }
}
