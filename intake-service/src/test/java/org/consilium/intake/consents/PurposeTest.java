package org.consilium.intake.consents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.aDraft;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.consent;
import static org.consilium.intake.cases.CaseFixtures.withService;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programmes;
import org.consilium.intake.words.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeTest {

    private static final Path PAGE = Path.of("../docs/consents.md");
    private static final String BEGIN = "<!-- purposes -->\n";
    private static final Programmes PROGRAMMES =
            new Programmes(List.of("family-abroad-1.yaml", "expert-opinion-1.yaml"));

    private final Texts texts = new Texts("purposes");

    @ParameterizedTest
    @CsvSource({
        "second-opinion, independent-opinion",
        "lab-results-explained, understand-results",
        "hospital-liaison, arrange-care"
    })
    void a_consent_is_given_for_what_the_wording_says_of_the_service(String service, String code) {
        var recorded = after(withService(service, aDraft()), new RecordConsent(consent()));

        assertThat(recorded.consents().getFirst().purpose()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void each_purpose_has_its_words_and_no_words_are_left_over(String language) {
        assertThat(texts.codes(language)).containsExactlyInAnyOrderElementsOf(Purpose.codes());
        assertThat(Purpose.codes())
                .allSatisfy(code -> assertThat(texts.text(code, language)).isNotBlank());
    }

    @Test
    void each_purpose_is_some_programme_s() {
        var used = new TreeSet<String>();
        wordings().forEach(one -> used.addAll(one.consent().purposes().values()));

        assertThat(used).containsExactlyInAnyOrderElementsOf(Purpose.codes());
    }

    @Test
    void the_documented_purposes_are_the_coded_ones() throws IOException {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var rest = page.substring(page.indexOf("<!-- /purposes -->"));
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, before + table() + rest);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(before + table() + rest);
    }

    private String table() {
        return "| purpose | its words | asked for by |\n| --- | --- | --- |\n"
                + Purpose.codes().stream().map(this::row).collect(joining());
    }

    private String row(String code) {
        var askedBy = wordings().flatMap(one -> askedBy(one, code)).collect(joining(", "));
        return "| `%s` | %s | %s |\n".formatted(code, texts.text(code, "en"), askedBy);
    }

    /** The wording and its version, and the service that it is read for. */
    private static Stream<String> askedBy(Programme programme, String code) {
        var wording = programme.consent();
        return wording.purposes().entrySet().stream()
                .filter(purpose -> purpose.getValue().equals(code))
                .map(
                        purpose ->
                                "`%s` %d: %s"
                                        .formatted(
                                                wording.id(), wording.version(), purpose.getKey()))
                .sorted();
    }

    private static Stream<Programme> wordings() {
        return PROGRAMMES.allCurrent().stream();
    }
}
