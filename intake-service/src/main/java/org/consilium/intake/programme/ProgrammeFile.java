package org.consilium.intake.programme;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads one programme file and holds it to the rules, or says in which line it breaks one. */
public final class ProgrammeFile {

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(
                            com.fasterxml.jackson.core.JsonParser.Feature
                                    .STRICT_DUPLICATE_DETECTION)
                    .build();

    private ProgrammeFile() {}

    /**
     * Reads a file's text.
     *
     * @param name of the file, as it stands in the message
     * @throws BrokenProgramme with the first fault: file, line and reason
     */
    public static Programme read(String name, String text) {
        var programme = parsed(name, text);
        ProgrammeRules.faults(name, programme).stream()
                .findFirst()
                .ifPresent(
                        fault -> {
                            int line = YamlLines.of(text).lineOf(fault.path());
                            throw new BrokenProgramme(name, line, fault.toString());
                        });
        return programme;
    }

    private static Programme parsed(String name, String text) {
        try {
            var programme = YAML.readValue(text, Programme.class);
            if (programme == null) {
                throw new BrokenProgramme(name, 1, "the file is empty");
            }
            return programme;
        } catch (JsonProcessingException e) {
            throw new BrokenProgramme(name, line(e.getLocation()), e.getOriginalMessage());
        }
    }

    private static int line(JsonLocation location) {
        return location == null ? 1 : location.getLineNr();
    }
}
