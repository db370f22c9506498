package org.consilium.review.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.kit.web.Problem;
import org.consilium.review.seal.SealedLetters;
import org.consilium.review.world.IntakeStub;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Letters as they are printed; they lie in {@code target/letters} to be looked at. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class LetterIT {

    private final Letters letters;
    private final LetterStore store;

    LetterIT(Letters letters, LetterStore store) {
        this.letters = letters;
        this.store = store;
    }

    @Test
    void a_letter_that_the_store_does_not_give_is_an_outage_and_no_empty_letter() {
        assertThatThrownBy(() -> store.get("no-such-letter").await().atMost(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(503);
                            assertThat(problem.code()).isEqualTo("letters-away");
                        });
    }

    @Test
    void an_english_letter_says_everything_the_opinion_says() throws IOException {
        try (var pdf = printed("en")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Second medical opinion", "Is the operation necessary?", "guidelines")
                    .contains("Can it be done with small cuts?", "PK PMC-1234")
                    .contains("version 1", "C-7KQ4-29", "carries an electronic seal");
        }
    }

    @Test
    void each_letter_carries_the_seal_whose_certificate_everybody_may_have() throws IOException {
        printed("ur").close();
        var pem = given().get("/api/reviews/seal").then().statusCode(200).extract().asByteArray();
        var certificate = SealedLetters.certificate(pem);
        var letter = Files.readAllBytes(Path.of("target/letters/letter-ur.pdf"));
        assertThat(SealedLetters.isWhole(letter, certificate)).isTrue();
        letter[letter.length / 3] ^= 1;
        assertThat(SealedLetters.isWhole(letter, certificate)).isFalse();
    }

    @Test
    void an_urdu_letter_is_set_in_a_font_that_joins_its_letters() throws IOException {
        try (var pdf = printed("ur")) {
            assertThat(fonts(pdf))
                    .anyMatch(font -> font.contains("NotoNastaliqUrdu"))
                    .allMatch(font -> font.contains("Noto"));
        }
    }

    @Test
    void a_chinese_letter_can_be_read_and_searched() throws IOException {
        try (var pdf = printed("zh")) {
            assertThat(fonts(pdf)).allMatch(font -> font.contains("Noto"));
            assertThat(new PDFTextStripper().getText(pdf)).contains("诊断是否正确");
        }
    }

    @Test
    void a_letter_without_a_first_opinion_compares_nothing() throws IOException {
        try (var pdf = printed("zh-alone")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("没有可供比较的第一份意见")
                    .doesNotContain(LetterWords.in("zh").of("differences"));
        }
        printed("ur-alone").close();
    }

    @Test
    void each_value_of_the_laboratory_stands_in_a_table_with_what_it_means() throws IOException {
        try (var pdf = printed("en-results")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Laboratory results explained", "Usual range")
                    .contains("Haemoglobin", "9.8 g/dL", "13.0-17.0", "critically high")
                    .contains("do not wait", "Should the iron be measured?")
                    .doesNotContain("Second medical opinion");
        }
        try (var pdf = printed("zh-results")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("化验结果说明", "6.9 mmol/L");
        }
        printed("ur-results").close();
    }

    @Test
    void a_later_letter_says_which_version_of_which_day_it_replaces_and_why() throws IOException {
        try (var pdf = printed("en-amended")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("This letter replaces an earlier one")
                    .contains("It replaces: version 1, Signed on 21 November 2026")
                    .contains("There is new information", "The CT of the chest is there now")
                    .contains("version 2");
        }
        try (var pdf = printed("zh-amended")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("本函取代之前的一份", "现已有胸部CT");
        }
        printed("ur-amended").close();
        try (var pdf = printed("en")) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("replaces");
        }
    }

    @Test
    void what_the_patient_reads_first_is_in_their_language_and_the_doctors_own_words_follow()
            throws IOException {
        try (var pdf = printed("zh-translated")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .containsSubsequence(
                            "诊断是正确的", "医生的原文", "The diagnosis is right. An operation is needed");
        }
        printed("ur-translated").close();
    }

    @Test
    void what_the_reviewer_wrote_is_text_and_never_markup() throws IOException {
        try (var pdf = printed("en")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>T3</b> & N1");
        }
    }

    private PDDocument printed(String language) throws IOException {
        var kept =
                letters.make(SampleLetters.in(language), LetterWords.in(language))
                        .await()
                        .atMost(Duration.ofSeconds(90));
        var bytes = letters.read(kept).await().atMost(Duration.ofSeconds(20));
        var file = Path.of("target/letters/letter-" + language + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return Loader.loadPDF(bytes);
    }

    /** Without those that Chromium wrote as drawings of their glyphs: they have no name. */
    private static Set<String> fonts(PDDocument pdf) throws IOException {
        var names = new TreeSet<String>();
        for (var page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName() + " is embedded").isTrue();
                if (font.getName() != null) {
                    names.add(font.getName());
                }
            }
        }
        return names;
    }
}
