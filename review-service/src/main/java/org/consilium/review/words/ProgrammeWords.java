package org.consilium.review.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programme's name and the titles of its opinion form, by language. */
public record ProgrammeWords(Map<String, String> name, Form opinionForm) {

    /** {@code forServices}: the forms of services that have one of their own; null for none. */
    public record Form(List<Section> sections, Map<String, Form> forServices) {

        Form dueFor(String service) {
            return forServices == null ? this : forServices.getOrDefault(service, this);
        }
    }

    public record Section(String code, String loinc, Map<String, String> label) {}

    public String name(String language) {
        return in(language, name, "");
    }

    /** The section's title; its code where the programme has no words for it. */
    public String section(String service, String code, String language) {
        return section(service, code)
                .map(section -> in(language, section.label(), code))
                .orElse(code);
    }

    /** Null where the programme says none. */
    public String loinc(String service, String code) {
        return section(service, code).map(Section::loinc).orElse(null);
    }

    private Optional<Section> section(String service, String code) {
        return opinionForm.dueFor(service).sections().stream()
                .filter(section -> section.code().equals(code))
                .findFirst();
    }

    private static String in(String language, Map<String, String> words, String otherwise) {
        var exact = words.get(language);
        return exact == null ? words.getOrDefault("en", otherwise) : exact;
    }
}
