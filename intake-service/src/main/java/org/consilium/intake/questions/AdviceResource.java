package org.consilium.intake.questions;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Labelled;
import org.consilium.intake.questions.QuestionRules.Advice;
import org.consilium.intake.words.Languages;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What follows from the reasons, and how the questions could be better. */
@Path("/api/cases/{caseId}/draft/advice")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class AdviceResource {

    private static final Texts WORDS = new Texts("advice");

    private final Cases cases;

    AdviceResource(Cases cases) {
        this.cases = cases;
    }

    /** {@code code}: a {@link Weakness}; {@code refused}: it cannot be kept. */
    record QuestionAdvice(UUID questionId, String code, String text, boolean refused) {}

    record Coded(String code, String text) {}

    /** {@code given}: somebody has answered, be it that they do not know. */
    record Point(String gate, String code, String text, boolean given) {}

    /**
     * All advice on the draft as it stands.
     *
     * @param suggestions questions of the bank that the reasons put forward
     * @param points to be answered before submission, or said to be unknown
     * @param essentialRecords checklist items that the reasons make essential
     */
    record DraftAdvice(
            List<QuestionAdvice> questions,
            List<Coded> suggestions,
            List<Coded> reassurance,
            List<Point> points,
            List<Coded> essentialRecords) {}

    @GET
    @Guarded("read-advice")
    @Operation(
            summary =
                    "What the reasons suggest and reassure, and how the questions could be better")
    public Uni<DraftAdvice> read(@PathParam("caseId") UUID caseId, @Context HttpHeaders headers) {
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(seen -> advice(seen, headers));
    }

    private static DraftAdvice advice(Case seen, HttpHeaders headers) {
        var programme = seen.programme();
        var content = seen.content();
        var language = Languages.of(headers, programme.languages(), seen.language());
        return new DraftAdvice(
                QuestionRules.advice(content.questions(), programme).stream()
                        .map(advice -> words(advice, language))
                        .toList(),
                QuestionRules.suggested(programme, content.reasons(), content.questions()).stream()
                        .map(code -> bankQuestion(programme, code, language))
                        .toList(),
                programme.reasons().stream()
                        .filter(reason -> content.reasons().contains(reason.code()))
                        .map(reason -> new Coded(reason.code(), reason.reassures().get(language)))
                        .toList(),
                points(seen, language),
                essential(seen, language));
    }

    private static QuestionAdvice words(Advice advice, String language) {
        var weakness = advice.weakness();
        return new QuestionAdvice(
                advice.question().id(),
                weakness.code(),
                WORDS.text(weakness.code(), language),
                weakness.isRefused());
    }

    private static Coded bankQuestion(Programme programme, String code, String language) {
        return programme.questionBank().stream()
                .filter(question -> question.code().equals(code))
                .map(question -> coded(question, language))
                .findFirst()
                .orElseThrow();
    }

    private static Coded coded(Labelled labelled, String language) {
        return new Coded(labelled.code(), labelled.label().get(language));
    }

    private static List<Point> points(Case seen, String language) {
        var open = GateRules.unanswered(seen);
        return GateRules.gates(seen.programme(), seen.content().reasons()).stream()
                .flatMap(
                        gate ->
                                gate.points().stream()
                                        .map(
                                                point ->
                                                        new Point(
                                                                gate.code(),
                                                                point.code(),
                                                                point.label().get(language),
                                                                !open.contains(point.code()))))
                .toList();
    }

    private static List<Coded> essential(Case seen, String language) {
        return seen.programme().clinicalAreas().stream()
                .filter(area -> area.code().equals(seen.content().clinicalArea()))
                .flatMap(area -> area.checklist().stream())
                .filter(
                        item ->
                                item.whenReasons().stream()
                                        .anyMatch(seen.content().reasons()::contains))
                .map(item -> new Coded(item.code(), item.label().get(language)))
                .toList();
    }
}
