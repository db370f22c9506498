package org.consilium.system.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks a field's rule is told in Urdu and Chinese, whichever rule a service names. */
class RuleWordsTest {

    private static final Pattern CONSTRAINT =
            Pattern.compile(
                    "@(NotNull|NotBlank|NotEmpty|Size|Pattern|Min|Max|Positive|Future|AssertTrue|Plausible)\\b");

    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?:malformed|FieldProblem|Fault|fault)\\(\\s*[^,;]+,\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\",");

    @ParameterizedTest
    @CsvSource({
        "intake, ur", "intake, zh", "documents, ur", "documents, zh",
        "review, ur", "review, zh", "notification, ur", "notification, zh"
    })
    void every_rule_has_words(String service, String language) {
        var known = new TreeSet<>(words("service-kit", "kit-rules", language));
        known.addAll(words(service + "-service", "rules", language));

        assertThat(known).containsAll(rules(service + "-service"));
        assertThat(known).containsAll(rules("service-kit"));
    }

    private static Set<String> rules(String module) {
        var rules = new TreeSet<String>();
        SourceTree.files()
                .filter(file -> file.path().startsWith(module + "/src/main/java/"))
                .forEach(
                        file -> {
                            CONSTRAINT
                                    .matcher(file.text())
                                    .results()
                                    .forEach(found -> rules.add(kebab(found.group(1))));
                            NAMED.matcher(file.text())
                                    .results()
                                    .forEach(found -> rules.add(found.group(1)));
                        });
        return rules;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String module, String kind, String language) {
        var path = module + "/src/main/resources/texts/" + kind + "_" + language + ".properties";
        return SourceTree.files()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> read(file.text()).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static Properties read(String text) {
        var words = new Properties();
        try {
            words.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
