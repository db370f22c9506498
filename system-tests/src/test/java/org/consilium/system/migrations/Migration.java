package org.consilium.system.migrations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One migration.
 *
 * @param owner the service it belongs to, or the kit
 */
record Migration(String owner, String name, String sql) {

    private static final Pattern NUMBER = Pattern.compile("V(\\d+(?:_\\d+)*)__.*");
    private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    /** Each number of the version, as Flyway compares them. */
    List<Integer> version() {
        var number = NUMBER.matcher(name);
        if (!number.matches()) {
            throw new IllegalStateException(name + " is no versioned migration");
        }
        return Arrays.stream(number.group(1).split("_")).map(Integer::valueOf).toList();
    }

    boolean isAfter(List<Integer> other) {
        return Arrays.compare(numbers(version()), numbers(other)) > 0;
    }

    /** In small letters, without comments and without what functions do. */
    List<String> statements() {
        var bare = COMMENT.matcher(BODY.matcher(sql).replaceAll("")).replaceAll("");
        return Arrays.stream(bare.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .map(Migration::inSmallLetters)
                .toList();
    }

    /** The texts of a list keep theirs. */
    private static String inSmallLetters(String statement) {
        var small = new StringBuilder(statement.toLowerCase(Locale.ROOT));
        var texts = TEXT.matcher(statement);
        while (texts.find()) {
            small.replace(texts.start(), texts.end(), texts.group());
        }
        return small.toString();
    }

    /** What stands between the commas outside all brackets and texts. */
    static List<String> parts(String list) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var begin = 0;
        var blanked = TEXT.matcher(list).replaceAll(text -> "x".repeat(text.group().length()));
        for (int at = 0; at < blanked.length(); at++) {
            depth += blanked.charAt(at) == '(' ? 1 : blanked.charAt(at) == ')' ? -1 : 0;
            if (blanked.charAt(at) == ',' && depth == 0) {
                parts.add(list.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        parts.add(list.substring(begin).strip());
        return parts;
    }

    private static int[] numbers(List<Integer> version) {
        return version.stream().mapToInt(Integer::intValue).toArray();
    }
}
