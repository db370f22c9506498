package org.consilium.kit.words;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a broken rule means in a language other than English: this kit's in {@code
 * texts/kit-rules_<language>.properties}, the service's own in {@code
 * texts/rules_<language>.properties}. {@code {min}}, {@code {max}} and {@code {value}} are the
 * rule's bounds, {@code {list}} what is possible, {@code {message}} a code or an amount as it
 * stands; where the bounds are not known, {@code <rule>.plain} says it without them.
 */
public final class RuleTexts {

    private static final Pattern LIST = Pattern.compile(".*one of \\[?(.*?)]?");
    private static final Pattern BOUND = Pattern.compile("\\{(min|max|value)}");

    private final Map<String, Properties> texts = TextFiles.of("kit-rules", "rules");

    /**
     * Empty where the rule has no words in that language.
     *
     * @param message what is said in English
     * @param bounds of the rule by their names; may be empty
     */
    public Optional<String> of(
            String language, String rule, String message, Map<String, String> bounds) {
        return Optional.ofNullable(words(texts.get(language), rule, bounds))
                .map(words -> filled(words, message, bounds));
    }

    private static String words(Properties texts, String rule, Map<String, String> bounds) {
        var words = texts.getProperty(rule);
        return words != null && bounds.isEmpty()
                ? texts.getProperty(rule + ".plain", words)
                : words;
    }

    private static String filled(String words, String message, Map<String, String> bounds) {
        var list = LIST.matcher(message);
        return BOUND.matcher(words)
                .replaceAll(bound -> bounds.getOrDefault(bound.group(1), ""))
                .replace("{list}", list.matches() ? ": " + list.group(1) : "")
                .replace("{message}", message);
    }
}
