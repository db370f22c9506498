package org.consilium.review.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.letter.LetterWords;
import org.consilium.review.letter.SampleLetters;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class LetterDocumentTest {

    static final String HOSTILE =
            "</div><script>alert(1)</script> & \"<b x='y'>\" \u0000\u0007\u001b \ud800 \uffff ]]> &nbsp;\n\n \nend";

    @Nested
    class A_document {

        private final JsonNode bundle = read(Documents.delivered("en"));
        private final JsonNode composition = first(bundle);

        @Test
        void is_known_by_its_opinion_and_begins_with_what_it_composes() {
            assertThat(bundle.get("type").asText()).isEqualTo("document");
            assertThat(bundle.at("/identifier/value").asText())
                    .isEqualTo("urn:uuid:" + Documents.FIRST);
            assertThat(bundle.get("timestamp").asText()).isEqualTo("2026-11-21T10:15:30.123456Z");
            assertThat(composition.get("resourceType").asText()).isEqualTo("Composition");
            assertThat(composition.at("/type/coding/0/code").asText()).isEqualTo("85208-7");
            assertThat(composition.get("status").asText()).isEqualTo("final");
            assertThat(composition.has("relatesTo")).isFalse();
        }

        @Test
        void has_the_summary_first_and_the_parts_of_the_letter_in_its_order() {
            assertThat(titles(composition))
                    .containsExactly(
                            "In plain words",
                            "Your questions",
                            "The opinion",
                            "How this compares with the first opinion",
                            "Questions to take to your own doctor",
                            "Records this opinion rests on",
                            "What this letter can and cannot do");
        }

        @Test
        void names_its_sections_by_loinc_as_the_programme_does() {
            assertThat(loincs(composition)).contains("55110-1", "29299-5", "29548-5", "62385-0");
            assertThat(loincs(first(read(Documents.delivered("en-results")))))
                    .contains("30954-2", "718-7");
        }

        @Test
        void says_of_each_axis_in_codes_what_its_section_says_in_words() {
            var observations = resources(bundle, "Observation");
            assertThat(observations).hasSize(2);
            var plan = observations.getLast();
            assertThat(plan.at("/code/coding/0/code").asText()).isEqualTo("treatment-plan");
            assertThat(plan.at("/valueCodeableConcept/coding/0/code").asText())
                    .isEqualTo("minor-difference");
            assertThat(plan.at("/component/0/valueCodeableConcept/coding/0/code").asText())
                    .isEqualTo("moderate");
            assertThat(plan.at("/component/1/valueCodeableConcept/coding/0/code").asText())
                    .isEqualTo("guideline");
            assertThat(bundle.toString())
                    .contains("{\"reference\":\"urn:uuid:" + plan.get("id").asText() + "\"}");
        }

        @Test
        void shows_of_people_what_the_letter_shows_and_nothing_else() {
            var patient = resources(bundle, "Patient").getFirst();
            assertThat(patient.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("resourceType", "id", "name");
            assertThat(patient.at("/name/0/text").asText()).isEqualTo("Yusuf Khan");
            var signer = resources(bundle, "Practitioner").getFirst();
            assertThat(signer.at("/name/0/text").asText()).isEqualTo("Dr Ada Okafor");
            assertThat(signer.at("/qualification/0/code/text").asText())
                    .isEqualTo("MBBS, MD, FRCP");
            assertThat(signer.at("/qualification/1/identifier/0/value").asText())
                    .isEqualTo("PK PMC-1234");
            assertThat(bundle.toString())
                    .as("the reviewer's account, where the letter lies")
                    .doesNotContain("0000-000000000002", "of-no-interest");
        }

        @Test
        void tells_who_signed_when_and_the_digest_of_the_printed_letter() {
            var provenance = resources(bundle, "Provenance").getFirst();
            assertThat(provenance.at("/signature/0/when").asText())
                    .isEqualTo("2026-11-21T10:15:30.123456Z");
            assertThat(provenance.at("/entity/0/what/identifier/value").asText())
                    .isEqualTo("nih:sha-256;" + Documents.SHA256);
            assertThat(resources(bundle, "Organization").getFirst().get("name").asText())
                    .isEqualTo("Shifa");
        }

        @Test
        void is_the_same_text_each_time() {
            assertThat(LetterDocument.of(Documents.delivered("en")))
                    .isEqualTo(LetterDocument.of(Documents.delivered("en")))
                    .isNotEqualTo(LetterDocument.of(Documents.delivered("zh")));
        }
    }

    @Test
    void a_later_version_is_amended_and_names_the_one_it_replaces() {
        var composition = first(read(Documents.delivered("en-amended")));
        assertThat(composition.get("status").asText()).isEqualTo("amended");
        assertThat(composition.at("/relatesTo/0/code").asText()).isEqualTo("replaces");
        assertThat(composition.at("/relatesTo/0/targetIdentifier/value").asText())
                .isEqualTo("urn:uuid:" + Documents.FIRST);
        assertThat(composition.at("/text/div").asText())
                .contains("There is new information", "The CT of the chest is there now");
    }

    @Test
    void the_doctors_own_words_stand_below_the_summary_in_the_language_they_are_in() {
        var summary = first(read(Documents.delivered("zh-translated"))).at("/section/0");
        assertThat(summary.at("/text/div").asText()).contains("诊断是正确的");
        assertThat(summary.at("/section/0/text/div").asText())
                .contains("dir=\"ltr\" lang=\"en\" xml:lang=\"en\">The diagnosis is right.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh", "en-results", "ur-results", "zh-results"})
    void everything_the_letter_says_is_in_the_document(String letter) {
        var page = SampleLetters.in(letter);
        var said = allText(Documents.delivered(letter));
        for (var words : saidBy(page)) {
            assertThat(said).contains(words.strip().replaceAll("\\s+", " "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void its_own_words_are_in_the_language_of_the_letter_and_run_as_that_does(String language) {
        var words = LetterWords.in(language);
        var composition = first(read(Documents.delivered(language)));
        assertThat(composition.get("language").asText()).isEqualTo(language);
        assertThat(composition.get("title").asText()).isEqualTo(words.of("title"));
        for (var div : narratives(composition)) {
            var root = xml(div);
            assertThat(root.getAttribute("lang")).isEqualTo(language);
            assertThat(root.getAttribute("dir")).isEqualTo(words.direction());
        }
    }

    @Test
    void what_somebody_wrote_is_text_and_never_markup() {
        var document = read(Documents.withTextOf(HOSTILE));
        var narratives = narratives(first(document));
        assertThat(narratives).hasSizeGreaterThan(10);
        for (var div : narratives) {
            var root = xml(div);
            assertThat(root.getElementsByTagName("script").getLength()).isZero();
            assertThat(root.getElementsByTagName("b").getLength())
                    .as("ours, which have no attribute")
                    .isEqualTo(div.split("<b>", -1).length - 1);
        }
        assertThat(narratives.toString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&lt;b x='y'&gt;&quot;")
                .contains("\ufffd\ufffd\ufffd \ufffd \ufffd ]]&gt; &amp;nbsp;</p>")
                .contains(">end</p>");
    }

    @Test
    void a_name_stays_in_one_line_and_without_control_characters() {
        var patient = resources(read(Documents.withTextOf(HOSTILE)), "Patient").getFirst();
        assertThat(patient.at("/name/0/text").asText())
                .startsWith("</div><script>")
                .endsWith("&nbsp; end")
                .matches(name -> name.codePoints().noneMatch(Character::isISOControl));
    }

    @Test
    void a_page_that_was_kept_before_sections_had_codes_has_sections_without() {
        var page = SampleLetters.in("en");
        var kept = page.sections().getFirst();
        var old = new LetterPage.Part(kept.title(), kept.text(), null);
        var document = Documents.delivered(withSection(page, old), LetterWords.in("en"));
        var section = first(read(document)).at("/section/2/section/0");
        assertThat(section.get("title").asText()).isEqualTo("Is the diagnosis correct?");
        assertThat(section.has("code")).isFalse();
    }

    private static LetterPage withSection(LetterPage page, LetterPage.Part section) {
        return new LetterPage(
                page.programme(),
                page.reference(),
                page.patient(),
                page.agreement(),
                page.summary(),
                List.of(section),
                page.questions(),
                page.axes(),
                page.questionsForOwnDoctor(),
                page.sources(),
                page.signature(),
                page.signedOn(),
                page.values(),
                page.replaced(),
                page.original());
    }

    private static List<String> saidBy(LetterPage page) {
        var said = new ArrayList<String>();
        said.addAll(List.of(page.programme(), page.reference(), page.patient(), page.agreement()));
        var signature = page.signature();
        said.addAll(List.of(signature.name(), signature.degrees(), signature.licence()));
        said.addAll(List.of(page.summary().split("\n+")));
        page.sections().forEach(part -> said.add(part.title()));
        page.sections().forEach(part -> said.addAll(List.of(part.text().split("\n+"))));
        page.questions().forEach(q -> said.addAll(List.of(q.question(), q.answered(), q.text())));
        page.axes().forEach(a -> said.addAll(List.of(a.axis(), a.value(), a.explanation())));
        said.addAll(page.questionsForOwnDoctor());
        page.sources().forEach(source -> said.addAll(List.of(source.document(), source.note())));
        page.values()
                .forEach(
                        v ->
                                said.addAll(
                                        List.of(
                                                v.test(),
                                                v.result(),
                                                v.range(),
                                                v.flag(),
                                                v.meaning(),
                                                v.concern(),
                                                v.ask())));
        return said;
    }

    /** Titles, and what a reader of the narratives sees. */
    private static String allText(Delivered letter) {
        var composition = first(read(letter));
        var text = new StringBuilder();
        composition.findValuesAsText("title").forEach(title -> text.append(title).append('\n'));
        narratives(composition).forEach(div -> text.append(xml(div).getTextContent()));
        return text.toString().replaceAll("[ \t]+", " ");
    }

    private static List<String> narratives(JsonNode composition) {
        return composition.findValuesAsText("div");
    }

    /** Fails where it is not well-formed. */
    private static Element xml(String div) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var bytes = div.getBytes(StandardCharsets.UTF_8);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("no XML: " + div, e);
        }
    }

    private static List<String> titles(JsonNode composition) {
        return stream(composition.get("section"))
                .map(section -> section.get("title").asText())
                .toList();
    }

    private static List<String> loincs(JsonNode composition) {
        return composition.get("section").findValues("coding").stream()
                .map(coding -> coding.at("/0/code").asText())
                .toList();
    }

    private static List<JsonNode> resources(JsonNode bundle, String type) {
        return stream(bundle.get("entry"))
                .map(entry -> entry.get("resource"))
                .filter(resource -> resource.get("resourceType").asText().equals(type))
                .toList();
    }

    private static JsonNode first(JsonNode bundle) {
        return bundle.at("/entry/0/resource");
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(Delivered letter) {
        try {
            return new ObjectMapper().readTree(LetterDocument.of(letter));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
