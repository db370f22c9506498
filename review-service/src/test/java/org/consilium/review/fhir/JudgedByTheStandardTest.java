package org.consilium.review.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAPI's validator with the profiles of R4, offline. */
class JudgedByTheStandardTest {

    private static final Set<ResultSeverityEnum> FAULTS =
            Set.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);

    private static FhirValidator judge;

    @BeforeAll
    static void aJudge() {
        var standard = FhirContext.forR4();
        // Of the languages the standard prefers some and allows all. Were the common codes asked
        // first, they would call Urdu an error.
        var known =
                new ValidationSupportChain(
                        new DefaultProfileValidationSupport(standard),
                        new InMemoryTerminologyServerValidationSupport(standard),
                        new CommonCodeSystemsTerminologyService(standard));
        judge = standard.newValidator();
        judge.registerValidatorModule(new FhirInstanceValidator(known));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "ur",
                "zh",
                "en-results",
                "ur-results",
                "zh-results",
                "en-amended",
                "ur-amended",
                "zh-amended",
                "ur-translated",
                "zh-translated",
                "ur-alone",
                "zh-alone"
            })
    void each_letter_is_a_document_of_r4(String letter) {
        assertThat(errors(LetterDocument.of(Documents.delivered(letter)))).isEmpty();
    }

    @Test
    void so_is_one_in_which_somebody_wrote_what_is_no_text() {
        assertThat(errors(LetterDocument.of(Documents.withTextOf(LetterDocumentTest.HOSTILE))))
                .isEmpty();
    }

    @Test
    void a_document_that_lacks_its_author_is_none() {
        var without = LetterDocument.of(Documents.delivered("en")).replace("\"author\"", "\"a\"");
        assertThat(errors(without)).isNotEmpty();
    }

    private static List<String> errors(String document) {
        return judge.validateWithResult(document).getMessages().stream()
                .filter(message -> FAULTS.contains(message.getSeverity()))
                .map(JudgedByTheStandardTest::said)
                .toList();
    }

    private static String said(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
