package org.consilium.intake.words;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** In which language somebody is spoken to. */
public final class Languages {

    private Languages() {}

    /**
     * The first of the caller's {@code Accept-Language} that we speak, else the first of their own
     * that we do.
     */
    public static String of(HttpHeaders request, Collection<String> spoken, String... own) {
        return Stream.concat(
                        request.getAcceptableLanguages().stream().map(Locale::getLanguage),
                        Stream.of(own))
                .filter(spoken::contains)
                .findFirst()
                .orElse("en");
    }
}
