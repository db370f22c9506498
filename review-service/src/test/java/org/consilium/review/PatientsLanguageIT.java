package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Situation;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The patient reads Urdu; not every reviewer writes it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class PatientsLanguageIT {

    private static final String DOCTORS_WORDS = "The diagnosis is right.";

    @Test
    void what_is_written_in_another_language_is_signed_with_a_summary_in_the_patients()
            throws IOException {
        var situation = Situation.underReviewByOkafor();
        var draft = Drafts.complete(situation.aDocument());
        draft.put("summary", DOCTORS_WORDS);
        write(situation, draft, "\"0\"");
        OKAFOR.sign(situation.path(""), signature("en"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("translatedSummary"))
                .body("errors.rule", contains("summary-not-in-patients-language"));

        draft.put("translatedSummary", Map.of("language", "ur", "text", "تشخیص درست ہے۔"));
        write(situation, draft, "\"1\"");
        OKAFOR.sign(situation.path(""), signature("en")).then().statusCode(200);
        situation.pass();
        LENA.post(situation.path("/release"), null).then().statusCode(200);

        AMINA.get(situation.path("/opinion"))
                .then()
                .body("content.summary", equalTo(DOCTORS_WORDS))
                .body("content.translatedSummary.language", equalTo("ur"));
        try (var pdf = Loader.loadPDF(AMINA.get(situation.path("/letter")).asByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(DOCTORS_WORDS);
        }
        amendedWithoutTheOldTranslation(situation);
    }

    /** Nobody would notice that it tells what the summary does not say any more. */
    private static void amendedWithoutTheOldTranslation(Situation situation) {
        var why = Map.of("reason", "clarification", "text", "One sentence was unclear.");
        OKAFOR.post(situation.path("/amendment"), why).then().statusCode(200);
        OKAFOR.get(situation.path("/opinion"))
                .then()
                .body("content.summary", equalTo(DOCTORS_WORDS))
                .body("content.translatedSummary", nullValue());
    }

    @Test
    void who_names_a_language_that_the_summary_is_not_in_is_refused() {
        var situation = Situation.underReviewByOkafor();
        var draft = Drafts.complete(situation.aDocument());
        draft.put("summary", DOCTORS_WORDS);
        write(situation, draft, "\"0\"");
        OKAFOR.sign(situation.path(""), signature("ur"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("summary"))
                .body("errors.rule", contains("summary-not-in-patients-language"));
    }

    @Test
    void the_language_is_named() {
        var situation = Situation.writtenByOkafor();
        for (var writtenIn : new String[] {null, "Urdu", "ur_PK"}) {
            OKAFOR.sign(situation.path(""), signature(writtenIn))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("writtenIn"));
        }
    }

    private static Map<String, Object> signature(String writtenIn) {
        var signature = new HashMap<>(Drafts.signatureOf("okafor"));
        signature.put("writtenIn", writtenIn);
        return signature;
    }

    private static void write(Situation situation, Map<String, Object> draft, String etag) {
        OKAFOR.put(situation.path("/opinion"), draft, etag).then().statusCode(200);
    }
}
