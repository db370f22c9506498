package org.consilium.review.letter;

import java.util.List;

/** The same opinion in three languages: long enough for a second page. */
public final class SampleLetters {

    private static final String WHY_IN_ENGLISH =
            "The CT of the chest is there now; it shows nothing in the lungs.";

    private SampleLetters() {}

    public static LetterPage in(String language) {
        return switch (language) {
            case "ur" -> urdu();
            case "zh" -> chinese();
            case "zh-alone" -> alone(chinese(), LetterWords.in("zh"));
            case "ur-alone" -> alone(urdu(), LetterWords.in("ur"));
            case "en-results" -> SampleResults.explained(english(), LetterWords.in("en"));
            case "ur-results" -> SampleResults.explained(urdu(), LetterWords.in("ur"));
            case "zh-results" -> SampleResults.explained(chinese(), LetterWords.in("zh"));
            case "en-amended" -> amended(english(), LetterWords.in("en"), WHY_IN_ENGLISH);
            case "ur-amended" ->
                    amended(
                            urdu(),
                            LetterWords.in("ur"),
                            "سینے کا CT اب موجود ہے؛ پھیپھڑوں میں کچھ نہیں ملا۔");
            case "zh-amended" -> amended(chinese(), LetterWords.in("zh"), "现已有胸部CT，肺部未见异常。");
            case "ur-translated" -> translated(urdu());
            case "zh-translated" -> translated(chinese());
            default -> english();
        };
    }

    private static LetterPage english() {
        return page(
                "Family abroad",
                "Yusuf Khan",
                LetterWords.in("en"),
                List.of(
                        "The diagnosis is right. An operation is needed, and it can wait two weeks.",
                        "Is the diagnosis correct?",
                        "Yes. The biopsy shows <b>T3</b> & N1; haemoglobin 9.8 g/dL.\n\nThe chest was not imaged.",
                        "Is the operation necessary?",
                        "It is. Nothing else gives the same chance.",
                        "Keyhole surgery is an equal option where the team is used to it.",
                        "Can it be done with small cuts?",
                        "21 November 2026"));
    }

    private static LetterPage urdu() {
        return page(
                "بیرونِ ملک خاندان",
                "یوسف خان",
                LetterWords.in("ur"),
                List.of(
                        "تشخیص درست ہے۔ آپریشن ضروری ہے اور دو ہفتے انتظار کیا جا سکتا ہے۔",
                        "کیا تشخیص درست ہے؟",
                        "جی ہاں۔ بایوپسی میں T3 N1 ظاہر ہے؛ ہیموگلوبن 9.8 g/dL ہے۔\n\nThe chest was not imaged: a CT of the chest is advised.",
                        "کیا آپریشن ضروری ہے؟",
                        "جی ہاں، اس کے برابر کوئی اور علاج نہیں۔",
                        "جہاں ٹیم کو تجربہ ہو وہاں چھوٹے چیروں سے آپریشن (laparoscopic) بھی اتنا ہی محفوظ ہے۔",
                        "کیا یہ چھوٹے چیروں سے ہو سکتا ہے؟",
                        "21 نومبر، 2026"));
    }

    private static LetterPage chinese() {
        return page(
                "专家意见",
                "王伟",
                LetterWords.in("zh"),
                List.of(
                        "诊断是正确的。需要手术，可以等待两周。",
                        "诊断是否正确？",
                        "是的。活检显示为 T3 N1，血红蛋白 9.8 g/dL。\n\n尚未进行胸部影像检查。",
                        "手术是否必要？",
                        "必要。没有其他治疗能达到同样的效果。",
                        "在有经验的团队，腹腔镜手术同样安全。",
                        "能否做微创手术？",
                        "2026年11月21日"));
    }

    /** The second version of the same, of the same day. */
    private static LetterPage amended(LetterPage page, LetterWords words, String why) {
        return new LetterPage(
                page.programme(),
                page.reference(),
                page.patient(),
                page.agreement(),
                page.summary(),
                page.sections(),
                page.questions(),
                page.axes(),
                page.questionsForOwnDoctor(),
                page.sources(),
                new LetterPage.Signature(
                        page.signature().name(),
                        page.signature().degrees(),
                        page.signature().licence(),
                        "01a2027b-d680-737a-aaea-f4bbf26ddabf",
                        2),
                page.signedOn(),
                List.of(),
                new LetterPage.Earlier(
                        1, page.signedOn(), words.of("amended.new-information"), why),
                page.original());
    }

    /** The same by a reviewer who wrote in English and said it once more for the patient. */
    private static LetterPage translated(LetterPage page) {
        return new LetterPage(
                page.programme(),
                page.reference(),
                page.patient(),
                page.agreement(),
                page.summary(),
                english().sections(),
                page.questions(),
                english().axes(),
                english().questionsForOwnDoctor(),
                page.sources(),
                page.signature(),
                page.signedOn(),
                page.values(),
                page.replaced(),
                new LetterPage.Original("en", english().summary()));
    }

    /** The same where nobody gave a first opinion. */
    private static LetterPage alone(LetterPage page, LetterWords words) {
        return new LetterPage(
                page.programme(),
                page.reference(),
                page.patient(),
                words.of("not-compared.no-first-opinion"),
                page.summary(),
                page.sections(),
                page.questions(),
                List.of(),
                page.questionsForOwnDoctor(),
                page.sources(),
                page.signature(),
                page.signedOn(),
                List.of(),
                null,
                page.original());
    }

    private static LetterPage page(
            String programme, String patient, LetterWords words, List<String> texts) {
        return new LetterPage(
                programme,
                "C-7KQ4-29",
                patient,
                words.of("label.changed"),
                texts.get(0),
                List.of(
                        new LetterPage.Part(texts.get(1), texts.get(2), "29548-5"),
                        new LetterPage.Part(
                                texts.get(3), (texts.get(4) + " ").repeat(12), "62385-0")),
                List.of(
                        new LetterPage.QuestionAnswered(
                                texts.get(3), words.of("answered.answered"), texts.get(4))),
                axes(words, texts.get(5)),
                List.of(texts.get(6)),
                List.of(
                        new LetterPage.Source(
                                words.kind("11529-5") + ", " + texts.get(7), 2, "T3 N1")),
                new LetterPage.Signature(
                        "Dr Ada Okafor",
                        "MBBS, MD, FRCP",
                        "PK PMC-1234",
                        "01a1fd1e-8c00-7bfc-9416-0a1e8674dac6",
                        1),
                texts.get(7),
                List.of(),
                null,
                null);
    }

    private static List<LetterPage.AxisPart> axes(LetterWords words, String why) {
        return List.of(
                new LetterPage.AxisPart(
                        "diagnosis",
                        words.of("axis.diagnosis"),
                        words.of("value.agree"),
                        null,
                        null,
                        ""),
                new LetterPage.AxisPart(
                        "treatment-plan",
                        words.of("axis.treatment-plan"),
                        words.of("value.minor-difference"),
                        words.of("significance.moderate"),
                        words.of("cause.guideline"),
                        why));
    }
}
