package org.consilium.documents.translations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.documents.metadata.FileName;
import org.consilium.documents.metadata.MetadataPairs;
import org.consilium.documents.paper.Form.Manner;
import org.consilium.documents.recognition.FileType;
import org.consilium.kit.web.Problem.FieldProblem;

/**
 * What a translator says of a translation, in the tus header {@code Upload-Metadata}; the rest it
 * has of its source.
 *
 * @param to BCP 47, as the engagement has it
 * @param sourceSha256 of the version that was translated, as its receipt tells it
 */
record TranslationMetadata(String fileName, String to, String sourceSha256, Manner manner) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    static TranslationMetadata read(String header) {
        var pairs = MetadataPairs.read(header);
        var faults = new ArrayList<FieldProblem>();
        var said =
                new TranslationMetadata(
                        fileName(pairs, faults),
                        to(pairs, faults),
                        sha256(pairs, faults),
                        manner(pairs, faults));
        MetadataPairs.refuse(faults);
        return said;
    }

    private static String fileName(Map<String, String> pairs, List<FieldProblem> faults) {
        return FileName.read(pairs, List.of(FileType.values()), faults);
    }

    private static String to(Map<String, String> pairs, List<FieldProblem> faults) {
        var to = pairs.getOrDefault("language", "");
        if (to.isEmpty()) {
            faults.add(MetadataPairs.fault("language", "not-blank", "what it is translated into"));
        }
        return to;
    }

    private static String sha256(Map<String, String> pairs, List<FieldProblem> faults) {
        var sha256 = pairs.getOrDefault("sourceSha256", "");
        if (!SHA256.matcher(sha256).matches()) {
            faults.add(
                    MetadataPairs.fault(
                            "sourceSha256", "sha256", "as the receipt of the document tells it"));
        }
        return sha256;
    }

    private static Manner manner(Map<String, String> pairs, List<FieldProblem> faults) {
        var manner = Manner.ofCode(pairs.getOrDefault("manner", ""));
        if (manner == null) {
            faults.add(MetadataPairs.fault("manner", "known-code", "human or machine-assisted"));
        }
        return manner;
    }
}
