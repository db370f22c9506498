package org.consilium.system.tidy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** SQL as it stands in a source file. */
final class SqlShape {

    /** A statement given to the pool itself, in place or by the name of a constant. */
    private static final Pattern ASKED_OF_THE_POOL =
            Pattern.compile(
                    "\\.(?:preparedQuery|query)\\(\\s*(?:\"\"\"(.*?)\"\"\"|\"([^\"]*)\"|([A-Z_]+))",
                    Pattern.DOTALL);

    private static final Pattern WRITES =
            Pattern.compile(
                    "\\b(insert\\s+into|delete\\s+from|update\\s+\\w+(\\s+\\w+)?\\s+set|truncate)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WHATEVER_COLUMNS =
            Pattern.compile(
                    "\\b(?:select|returning)\\s+\\*|[\\s,]\\w+\\.\\*(?=[\\s,\"]|$)",
                    Pattern.CASE_INSENSITIVE);

    private SqlShape() {}

    /**
     * A kept statement whose columns are not named fails on every open connection once a later
     * version of the service has added one.
     */
    static List<String> takesWhateverColumnsThereAre(SourceFile file) {
        return file.linesWith(WHATEVER_COLUMNS);
    }

    /** The pool knows no actor, and what it writes commits with nothing else. */
    static List<String> writesPastTheUnitOfWork(SourceFile file) {
        return ASKED_OF_THE_POOL
                .matcher(file.text())
                .results()
                .map(asked -> statement(asked, file.text()))
                .filter(sql -> WRITES.matcher(sql).find())
                .map(sql -> file.path() + " " + sql.strip())
                .toList();
    }

    private static String statement(MatchResult asked, String text) {
        if (asked.group(1) != null) {
            return asked.group(1);
        }
        return asked.group(2) == null ? constant(asked.group(3), text) : asked.group(2);
    }

    private static String constant(String name, String text) {
        return Pattern.compile("\\b" + name + "\\s*=([^;]*);")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
