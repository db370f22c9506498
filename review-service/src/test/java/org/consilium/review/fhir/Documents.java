package org.consilium.review.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.letter.SampleLetters;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.AxisJudgement.Cause;
import org.consilium.review.opinion.AxisJudgement.Significance;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.SignedOpinion;

/** What was delivered with the letters that are printed in tests, by their names. */
final class Documents {

    static final UUID CASE = UUID.fromString("01a1fd1e-8c00-7bfc-9416-0a1e8674da00");
    static final UUID FIRST = UUID.fromString("01a1fd1e-8c00-7bfc-9416-0a1e8674dac6");
    static final UUID SECOND = UUID.fromString("01a2027b-d680-737a-aaea-f4bbf26ddabf");
    static final String SHA256 = "0123456789abcdef".repeat(4);

    private static final Instant SIGNED_AT = Instant.parse("2026-11-21T10:15:30.123456Z");

    private Documents() {}

    static Delivered delivered(String letter) {
        return delivered(SampleLetters.in(letter), LetterWords.in(letter.replaceFirst("-.*", "")));
    }

    static Delivered delivered(LetterPage page, LetterWords words) {
        boolean later = page.replaced() != null;
        return new Delivered(
                signed(later ? SECOND : FIRST, page), page, words, later ? FIRST : null, "Shifa");
    }

    private static SignedOpinion signed(UUID id, LetterPage page) {
        return new SignedOpinion(
                id,
                CASE,
                page.signature().version(),
                new SignedOpinion.Signer(new UUID(1, 2), "Dr Ada Okafor", "PK", "PMC-1234"),
                new OpinionContent(
                        Map.of(), axes(page), List.of(), "", List.of(), List.of(), null, null),
                SIGNED_AT,
                null,
                "of-no-interest.pdf",
                SHA256);
    }

    private static Map<String, AxisJudgement> axes(LetterPage page) {
        return page.axes().isEmpty()
                ? Map.of()
                : Map.of(
                        "diagnosis",
                        new AxisJudgement(Value.AGREE, null, null, "", null),
                        "treatment-plan",
                        new AxisJudgement(
                                Value.MINOR_DIFFERENCE,
                                Significance.MODERATE,
                                Cause.GUIDELINE,
                                "",
                                null));
    }

    /** The English letter in which somebody wrote all of this, wherever they may write. */
    static Delivered withTextOf(String hostile) {
        var page = SampleLetters.in("en-amended");
        return delivered(
                new LetterPage(
                        page.programme(),
                        page.reference(),
                        hostile,
                        page.agreement(),
                        hostile,
                        List.of(new LetterPage.Part(hostile, hostile, "29548-5")),
                        List.of(new LetterPage.QuestionAnswered(hostile, "Answered", hostile)),
                        page.axes().stream()
                                .map(
                                        axis ->
                                                new LetterPage.AxisPart(
                                                        axis.code(),
                                                        axis.axis(),
                                                        axis.value(),
                                                        axis.significance(),
                                                        axis.cause(),
                                                        hostile))
                                .toList(),
                        List.of(hostile),
                        List.of(new LetterPage.Source("Laboratory report", 2, hostile)),
                        new LetterPage.Signature(
                                hostile, hostile, hostile, page.signature().opinionId(), 2),
                        page.signedOn(),
                        List.of(
                                new LetterPage.ValueRow(
                                        hostile, "718-7", hostile, hostile, "low", hostile, "none",
                                        false, hostile)),
                        new LetterPage.Earlier(
                                1, page.replaced().signedOn(), page.replaced().reason(), hostile),
                        new LetterPage.Original("ur", hostile)),
                LetterWords.in("en"));
    }
}
