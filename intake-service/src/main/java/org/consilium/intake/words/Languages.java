package org.consilium.intake.words;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.Locale;

/** In which language somebody is spoken to. */
public final class Languages {

    private Languages() {}

    /** The first of the caller's {@code Accept-Language} that we speak, else the fallback. */
    public static String of(HttpHeaders request, Collection<String> spoken, String fallback) {
        return request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(spoken::contains)
                .findFirst()
                .orElse(fallback);
    }
}
