package org.consilium.review.signature;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.contracts.OpinionForm;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.letter.LetterPage.AxisPart;
import org.consilium.review.letter.LetterPage.Part;
import org.consilium.review.letter.LetterPage.QuestionAnswered;
import org.consilium.review.letter.LetterPage.Signature;
import org.consilium.review.letter.LetterPage.Source;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.opinion.AgreementLabel;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.OpinionContent.Answer;
import org.consilium.review.opinion.OpinionContent.Citation;
import org.consilium.review.words.CaseWords;
import org.consilium.review.words.Words;

/** A complete opinion put into the words of its letter. */
final class LetterText {

    private final Words.OfCase words;
    private final LetterWords own;

    LetterText(Words.OfCase words, LetterWords own) {
        this.words = words;
        this.own = own;
    }

    LetterPage page(OpinionForm form, OpinionContent opinion, Signature signature, LocalDate day) {
        var language = own.language();
        return new LetterPage(
                words.programme().name(language),
                words.caseWords().reference(),
                words.caseWords().patient().name(),
                own.of("label." + AgreementLabel.of(opinion.axes().values()).code()),
                opinion.summary(),
                form.sections().stream().map(code -> section(code, opinion)).toList(),
                questions(opinion.answers()),
                form.axes().stream().map(code -> axis(code, opinion.axes().get(code))).toList(),
                opinion.questionsForOwnDoctor(),
                opinion.citations().stream().map(LetterText::source).toList(),
                signature,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(own.locale())
                        .format(day));
    }

    private Part section(String code, OpinionContent opinion) {
        return new Part(
                words.programme().section(code, own.language()), opinion.sections().get(code));
    }

    /** In the order in which the requester asked them. */
    private List<QuestionAnswered> questions(List<Answer> answers) {
        Map<UUID, Answer> byQuestion =
                answers.stream().collect(Collectors.toMap(Answer::questionId, Function.identity()));
        return words.caseWords().questions().stream()
                .filter(question -> byQuestion.containsKey(question.id()))
                .map(question -> answered(question, byQuestion.get(question.id())))
                .toList();
    }

    private QuestionAnswered answered(CaseWords.Question question, Answer answer) {
        return new QuestionAnswered(
                question.text(), own.of("answered." + answer.answered().code()), answer.text());
    }

    private AxisPart axis(String code, AxisJudgement judged) {
        return new AxisPart(
                own.of("axis." + code),
                own.of("value." + judged.value().code()),
                judged.significance() == null
                        ? null
                        : own.of("significance." + judged.significance().code()),
                judged.cause() == null ? null : own.of("cause." + judged.cause().code()),
                judged.explanation());
    }

    private static Source source(Citation citation) {
        return new Source(citation.documentId().toString(), citation.page(), citation.note());
    }
}
