package org.consilium.documents.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;

/**
 * The tus header {@code Upload-Metadata}: comma-separated pairs of a key and its Base64 value. Keys
 * we do not know are passed over.
 */
public final class MetadataPairs {

    private static final String HEADER = "Upload-Metadata";
    private static final int MAX_LENGTH = 4_000;

    private MetadataPairs() {}

    public static Map<String, String> read(String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            throw Problem.malformed(
                    HEADER, "size", "1 to " + MAX_LENGTH + " characters: filename, kind, …");
        }
        var pairs = new HashMap<String, String>();
        for (var pair : header.split(",", -1)) {
            var keyAndValue = pair.strip().split(" ", 2);
            var value = keyAndValue.length < 2 ? "" : decoded(keyAndValue[1]);
            if (pairs.put(keyAndValue[0], value) != null) {
                throw Problem.malformed(HEADER, "unique", "each key stands once");
            }
        }
        return pairs;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.malformed(HEADER, "base64", "each value is written in Base64");
        }
    }

    public static FieldProblem fault(String key, String rule, String message) {
        return new FieldProblem(HEADER + "." + key, rule, message);
    }

    /** A type that is not taken is told before the first byte of it is sent. */
    public static void refuse(List<FieldProblem> faults) {
        if (faults.isEmpty()) {
            return;
        }
        if (faults.stream().allMatch(fault -> fault.rule().equals(FileName.EXTENSION))) {
            throw new Problem(
                    415,
                    "unsupported-media-type",
                    "No file of this type is a record here.",
                    faults);
        }
        throw new Problem(400, "malformed", "The request breaks a rule.", faults);
    }
}
