package org.consilium.documents.metadata;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.consilium.documents.recognition.FileType;
import org.consilium.kit.web.Problem.FieldProblem;

/**
 * A file's name as a person may see it: no path, no control or direction-changing characters (a
 * name that reads {@code gpj.exe} backwards is such a one), of bearable length.
 */
public final class FileName {

    static final String EXTENSION = "extension";

    private static final int MAX_CHARACTERS = 200;

    private FileName() {}

    /**
     * Of the pairs of {@code Upload-Metadata}.
     *
     * @param faults where what is wrong is added to
     */
    public static String read(
            Map<String, String> pairs, List<FileType> types, List<FieldProblem> faults) {
        var name = safe(pairs.getOrDefault("filename", ""));
        if (name.isEmpty()) {
            faults.add(MetadataPairs.fault("filename", "not-blank", "the file's name"));
        } else if (!FileType.mayBeCalled(name, types)) {
            var known = "one of " + FileType.extensionsOf(types);
            faults.add(MetadataPairs.fault("filename", EXTENSION, known));
        }
        return name;
    }

    /** Empty when nothing of the name is left. */
    static String safe(String given) {
        var base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain =
                Normalizer.normalize(base, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                        .replaceAll("[\"<>|:*?]", "_")
                        .replaceAll("\\s+", " ")
                        .replaceAll("^[ .]+|[ .]+$", "");
        return plain.codePointCount(0, plain.length()) <= MAX_CHARACTERS ? plain : cut(plain);
    }

    /** The end stays: it says the type. */
    private static String cut(String name) {
        int extension = Math.max(name.lastIndexOf('.'), name.length() - 10);
        var end = name.substring(extension);
        return name.substring(0, name.offsetByCodePoints(0, MAX_CHARACTERS - 10)) + end;
    }
}
