package org.consilium.review.matching;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** BCP 47 tags compared by their language: who reads {@code zh} reads {@code zh-Hans-CN}. */
final class Languages {

    private Languages() {}

    static Set<String> shared(Set<String> spoken, Set<String> wanted) {
        var primary = wanted.stream().map(Languages::primary).collect(Collectors.toSet());
        return spoken.stream()
                .map(Languages::primary)
                .filter(primary::contains)
                .collect(Collectors.toSet());
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
