package org.consilium.review.signature;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.letter.LetterPage.AxisPart;
import org.consilium.review.letter.LetterPage.Earlier;
import org.consilium.review.letter.LetterPage.Original;
import org.consilium.review.letter.LetterPage.Part;
import org.consilium.review.letter.LetterPage.QuestionAnswered;
import org.consilium.review.letter.LetterPage.Signature;
import org.consilium.review.letter.LetterPage.Source;
import org.consilium.review.letter.LetterPage.ValueRow;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.opinion.AgreementLabel;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.LabValue;
import org.consilium.review.opinion.LabValue.Concern;
import org.consilium.review.opinion.NotCompared;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.OpinionContent.Answer;
import org.consilium.review.opinion.OpinionContent.Citation;
import org.consilium.review.opinion.Replaced;
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

    LetterPage page(Dossier dossier, String writtenIn, Signature signature, LocalDate day) {
        var submitted = dossier.asked().facts().submitted();
        var form = submitted.opinionForm();
        var opinion = dossier.written().draft().content();
        var translated = opinion.translatedSummary();
        return new LetterPage(
                words.programme().name(own.language()),
                words.caseWords().reference(),
                words.caseWords().patient().name(),
                agreement(opinion),
                translated == null ? opinion.summary() : translated.text(),
                form.sections().stream()
                        .map(code -> section(submitted.service(), code, opinion))
                        .toList(),
                questions(opinion.answers()),
                form.axes().stream()
                        .filter(opinion.axes()::containsKey)
                        .map(code -> axis(code, opinion.axes().get(code)))
                        .toList(),
                opinion.questionsForOwnDoctor(),
                opinion.citations().stream()
                        .map(cited -> source(cited, dossier.asked().documents()))
                        .toList(),
                signature,
                own.date(day),
                opinion.labValues().stream().map(this::row).toList(),
                earlier(dossier.written().draft().replaces()),
                translated == null ? null : new Original(writtenIn, opinion.summary()));
    }

    private Earlier earlier(Replaced replaced) {
        return replaced == null
                ? null
                : new Earlier(
                        replaced.version(),
                        own.date(LocalDate.ofInstant(replaced.signedAt(), ZoneOffset.UTC)),
                        own.of("amended." + replaced.reason().code()),
                        replaced.text());
    }

    private String agreement(OpinionContent opinion) {
        return AgreementLabel.of(opinion)
                .map(label -> own.of("label." + label.code()))
                .orElseGet(
                        () ->
                                own.of(
                                        "not-compared."
                                                + NotCompared.of(opinion).orElseThrow().code()));
    }

    private Part section(String service, String code, OpinionContent opinion) {
        return new Part(
                words.programme().section(service, code, own.language()),
                opinion.sections().get(code),
                words.programme().loinc(service, code));
    }

    private ValueRow row(LabValue value) {
        return new ValueRow(
                value.name(),
                value.loinc(),
                value.unit() == null ? value.value() : value.value() + " " + value.unit(),
                value.range(),
                own.of("flag." + value.flag().code()),
                value.meaning(),
                own.of("concern." + value.concern().code()),
                value.concern() == Concern.URGENT,
                value.askAbout());
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

    /** How much it matters is not the author's to say: it comes with the quality review. */
    private AxisPart axis(String code, AxisJudgement judged) {
        return new AxisPart(
                code,
                own.axis(code),
                own.of("value." + judged.value().code()),
                null,
                judged.cause() == null ? null : own.of("cause." + judged.cause().code()),
                judged.explanation());
    }

    /** By what it is and of when: an id tells a family nothing. */
    private Source source(Citation cited, Map<UUID, CaseDocument> documents) {
        var document = documents.get(cited.documentId());
        var kind = own.kind(document.kind());
        var named =
                document.clinicalDate() == null
                        ? kind
                        : kind + ", " + own.date(document.clinicalDate());
        return new Source(named, cited.page(), cited.note());
    }
}
