package org.consilium.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.notification.channels.Parcel;
import org.consilium.notification.telling.Facts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No message can name a person, a place, a diagnosis or a file: nothing of the kind gets in, no
 * template asks for it, and no text says it by itself. Each rule is shown to catch a planted one.
 */
class NamesNobodyTest {

    /** What a text or a template may ask for. */
    private static final Set<String> VARIABLES =
            Set.of("reference", "headline", "count", "kind", "turn", "due");

    private static final Pattern EXPRESSION = Pattern.compile("\\{([^}]*)}");

    /** Loops, conditions, and the parts of the records that are made of the texts. */
    private static final Pattern IN_A_TEMPLATE =
            Pattern.compile(
                    "#for (detail in letter|part in digest|detail in part\\.letter)\\.(details|parts)|/for|#if page\\.button|/if"
                            + "|detail|link|part\\.link|(digest|page)\\.(language\\.tag|language\\.direction|subject|happened|footer|title|text|button)"
                            + "|(part\\.)?letter\\.(subject|happened|next|turn|open|reference|footer|language\\.tag|language\\.direction)");

    /** Of illness, of files and of addresses; whole words where a part would be another word. */
    private static final Pattern TELLING =
            Pattern.compile(
                    "(?i)cancer|tumou?r|oncolog|biops|chemo|surger|histo|patholog|\\bMRI\\b|\\bCT\\b|lahore|karachi|london|\\.pdf|\\.jpe?g|\\.dcm|@"
                            + "|کینسر|سرطان|ٹیومر|سرجری|لاہور|کراچی|لندن|癌|肿瘤|手术|化疗|病理|拉合尔|卡拉奇|伦敦");

    static List<Path> templates() {
        return filesIn("src/main/resources/templates");
    }

    static List<Path> texts() {
        return filesIn("src/main/resources/messages");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_template_asks_for_anything_but_our_own_words(Path template) {
        assertThat(strangeExpressions(read(template), IN_A_TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"templates", "texts"})
    void no_text_says_it_by_itself(Path text) {
        assertThat(tellingWords(said(read(text)))).isEmpty();
    }

    @Test
    void nothing_but_codes_a_date_a_number_and_the_reference_gets_into_a_letter() {
        assertThat(componentTypes(Facts.class)).containsExactly("Instant", "Integer");
        var makers =
                Arrays.stream(Letter.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals("of"));
        assertThat(makers)
                .singleElement()
                .satisfies(
                        maker ->
                                assertThat(parameterTypes(maker))
                                        .containsExactly(
                                                "Kind", "Facts", "String", "Language", "ZoneId"));
    }

    @Test
    void no_text_is_given_anything_else() {
        assertThat(Arrays.stream(Words.class.getDeclaredMethods()))
                .allSatisfy(text -> assertThat(strangeParameters(text)).isEmpty());
    }

    /** Mail, short message and WhatsApp alike: a carrier has nothing else to send. */
    @Test
    void a_channel_is_given_letters_and_links_only() {
        assertThat(componentTypes(Parcel.class))
                .containsExactly("String", "Language", "List", "Optional");
        assertThat(componentTypes(Content.class)).containsExactly("Letter", "String");
    }

    @Nested
    class A_planted {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Dear {letter.patient}",
                    "{claim.recipient}",
                    "{letter.reference.toUpperCase}",
                    "{cdi:vault.file}",
                    "{#for file in letter.files}",
                    "{inject:directory.name}",
                })
        void question_in_a_template_is_caught(String planted) {
            assertThat(strangeExpressions(planted, IN_A_TEMPLATE)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Your biopsy is back",
                    "Your Cancer case",
                    "scan.PDF could not be taken",
                    "from Lahore",
                    "amina@consilium.example",
                    "آپ کے کینسر کے بارے میں",
                    "您的肿瘤个案",
                })
        void word_in_a_text_is_caught(String planted) {
            assertThat(tellingWords(planted)).isNotEmpty();
        }

        @Test
        void parameter_of_a_text_is_caught() throws NoSuchMethodException {
            var planted = Planted.class.getDeclaredMethod("said", String.class, int.class);

            assertThat(strangeParameters(planted)).containsExactly("diagnosis");
        }

        @Test
        void field_in_the_facts_is_caught() {
            assertThat(componentTypes(PlantedFacts.class))
                    .isNotEqualTo(componentTypes(Facts.class));
        }
    }

    interface Planted {
        String said(String diagnosis, int count);
    }

    private record PlantedFacts(String diagnosis) {}

    private static List<String> strangeExpressions(String text, Pattern allowed) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(expression -> !allowed.matcher(expression).matches())
                .toList();
    }

    private static List<String> strangeParameters(Method text) {
        return Arrays.stream(text.getParameters())
                .map(Parameter::getName)
                .filter(name -> !VARIABLES.contains(name))
                .toList();
    }

    private static List<String> tellingWords(String text) {
        return TELLING.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Without the comments of the files themselves. */
    private static String said(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .reduce("", (one, next) -> one + "\n" + next);
    }

    private static List<String> componentTypes(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .map(Class::getSimpleName)
                .toList();
    }

    private static List<String> parameterTypes(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
    }

    private static List<Path> filesIn(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
