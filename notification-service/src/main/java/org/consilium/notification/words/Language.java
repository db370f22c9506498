package org.consilium.notification.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language people are told things in. */
public enum Language {
    EN("ltr"),
    UR("rtl"),
    ZH("ltr");

    private final String direction;

    Language(String direction) {
        this.direction = direction;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As HTML's {@code dir} wants it. */
    public String direction() {
        return direction;
    }

    Locale locale() {
        return Locale.of(tag());
    }

    /** The first wish that can be met, such as {@code zh-Hans}; English when none can. */
    public static Language firstOf(String... wishes) {
        return Arrays.stream(wishes).flatMap(wish -> of(wish).stream()).findFirst().orElse(EN);
    }

    private static Optional<Language> of(String wish) {
        return Optional.ofNullable(wish)
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .flatMap(
                        spoken ->
                                Arrays.stream(values())
                                        .filter(language -> language.tag().equals(spoken))
                                        .findFirst());
    }
}
