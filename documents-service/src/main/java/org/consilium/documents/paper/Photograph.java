package org.consilium.documents.paper;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.recognition.FileType;
import org.consilium.kit.web.Problem.FieldProblem;

/**
 * What an upload says of being one page of several.
 *
 * @param paper whose; null for the first of a new one
 * @param page its place, from 1
 * @param pages of a new one, how many there will be
 */
public record Photograph(UUID paper, int page, int pages) {

    /** What the worker can put on a page. */
    public static final List<FileType> TYPES = List.of(FileType.JPEG, FileType.PNG);

    /**
     * Of the pairs of {@code Upload-Metadata}: {@code pages} with the first photograph, {@code
     * paper} and {@code page} with each other.
     *
     * @param faults where what is wrong is added to
     * @return null when nothing is said of it, or something wrong
     */
    public static Photograph read(Map<String, String> pairs, List<FieldProblem> faults) {
        if (pairs.containsKey("paper")) {
            int page = number("page", pairs, faults);
            var paper = paper(pairs.get("paper"), faults);
            return paper == null ? null : new Photograph(paper, page, 0);
        }
        if (pairs.containsKey("pages")) {
            return new Photograph(null, 1, number("pages", pairs, faults));
        }
        return null;
    }

    public boolean isFirst() {
        return paper == null;
    }

    private static UUID paper(String text, List<FieldProblem> faults) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            faults.add(fault("paper", "uuid", "what Upload-Paper told with the first page"));
            return null;
        }
    }

    private static int number(String key, Map<String, String> pairs, List<FieldProblem> faults) {
        var digits = pairs.getOrDefault(key, "");
        int number = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > Paper.MOST_PAGES) {
            faults.add(fault(key, "range", "1 to " + Paper.MOST_PAGES));
        }
        return number;
    }

    private static FieldProblem fault(String key, String rule, String message) {
        return new FieldProblem("Upload-Metadata." + key, rule, message);
    }
}
