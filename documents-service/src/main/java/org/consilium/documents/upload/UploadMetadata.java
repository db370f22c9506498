package org.consilium.documents.upload;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.metadata.FileName;
import org.consilium.documents.metadata.MetadataPairs;
import org.consilium.documents.paper.Form;
import org.consilium.documents.paper.Photograph;
import org.consilium.documents.recognition.FileType;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;

/**
 * What an upload says of its document in {@code Upload-Metadata}.
 *
 * @param kind LOINC code
 * @param clinicalDate null when not given
 * @param language BCP 47; null when not given
 * @param photograph what it is a page of; null for a file that stands for itself
 */
record UploadMetadata(
        String fileName,
        String kind,
        LocalDate clinicalDate,
        String language,
        boolean firstOpinion,
        Photograph photograph) {

    private static final String HEADER = "Upload-Metadata";
    private static final Pattern LOINC = Pattern.compile("[0-9]{1,7}-[0-9]");

    /**
     * Reads the header.
     *
     * @param latest a record cannot be from after this day
     * @throws Problem naming every field at fault and its rule
     */
    static UploadMetadata read(String header, LocalDate latest) {
        var reading = new Reading(MetadataPairs.read(header), latest);
        var photograph = reading.photograph();
        var metadata =
                new UploadMetadata(
                        reading.fileName(photograph),
                        photograph == null || photograph.isFirst() ? reading.kind() : null,
                        reading.clinicalDate(),
                        reading.language(),
                        reading.firstOpinion(),
                        photograph);
        MetadataPairs.refuse(reading.faults);
        return metadata;
    }

    /** As the header that HEAD has to give back. */
    static String written(Particulars about) {
        var pairs = new ArrayList<String>();
        pairs.add(pair("filename", about.fileName()));
        pairs.add(pair("kind", about.kind()));
        pairs.add(pair("firstOpinion", Boolean.toString(about.firstOpinion())));
        if (about.clinicalDate() != null) {
            pairs.add(pair("clinicalDate", about.clinicalDate().toString()));
        }
        if (about.form() instanceof Form.Page(var paper)) {
            pairs.add(pair("paper", paper.toString()));
        }
        if (about.form() instanceof Form.Translation translation) {
            pairs.add(pair("sourceSha256", translation.sha256()));
            pairs.add(pair("manner", translation.manner().code()));
        }
        if (about.language() != null) {
            pairs.add(pair("language", about.language()));
        }
        return String.join(",", pairs);
    }

    private static String pair(String key, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return key + " " + Base64.getEncoder().encodeToString(bytes);
    }

    /** Refuses a kind that is none of these. */
    void checkKind(Set<String> known) {
        if (!known.contains(kind)) {
            throw Problem.malformed(
                    HEADER + ".kind", "known-kind", "one of " + String.join(", ", known));
        }
    }

    private static final class Reading {

        private final Map<String, String> pairs;
        private final LocalDate latest;
        private final List<FieldProblem> faults = new ArrayList<>();

        Reading(Map<String, String> pairs, LocalDate latest) {
            this.pairs = pairs;
            this.latest = latest;
        }

        Photograph photograph() {
            return Photograph.read(pairs, faults);
        }

        String fileName(Photograph photograph) {
            var types = photograph == null ? List.of(FileType.values()) : Photograph.TYPES;
            return FileName.read(pairs, types, faults);
        }

        String kind() {
            var kind = pairs.getOrDefault("kind", "");
            if (!LOINC.matcher(kind).matches()) {
                fault("kind", "loinc", "a LOINC code such as 11502-2");
            }
            return kind;
        }

        LocalDate clinicalDate() {
            var text = pairs.getOrDefault("clinicalDate", "");
            try {
                var date = text.isEmpty() ? null : LocalDate.parse(text);
                if (date != null && date.isAfter(latest)) {
                    fault("clinicalDate", "past-or-present", "is in the future");
                }
                if (date != null && date.getYear() < Particulars.EARLIEST_YEAR) {
                    fault("clinicalDate", "plausible", "no record is so old");
                }
                return date;
            } catch (DateTimeException e) {
                fault("clinicalDate", "date", "a day such as 2026-11-21");
                return null;
            }
        }

        String language() {
            var tag = pairs.getOrDefault("language", "");
            if (tag.isEmpty()) {
                return null;
            }
            try {
                return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            } catch (IllformedLocaleException e) {
                fault("language", "bcp-47", "a language tag such as ur or zh-Hans");
                return null;
            }
        }

        boolean firstOpinion() {
            var text = pairs.getOrDefault("firstOpinion", "false");
            if (!text.equals("true") && !text.equals("false")) {
                fault("firstOpinion", "boolean", "true or false");
            }
            return text.equals("true");
        }

        private void fault(String key, String rule, String message) {
            faults.add(MetadataPairs.fault(key, rule, message));
        }
    }
}
