package org.consilium.documents.writing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which texts are words for people: a letter may begin as a mail does, which a page may not. */
public final class Letter {

    /** What Tika calls a text that begins with the lines of a mail's head. */
    private static final List<String> WORDS =
            List.of("text/plain", "message/rfc822", "message/news");

    private static final List<String> HEADS =
            List.of(
                    "from:",
                    "to:",
                    "date:",
                    "subject:",
                    "received:",
                    "mime-version:",
                    "content-type:");

    /** A mail as it travels, with a page or files in it, is no letter. */
    private static final List<String> NO_WORDS =
            List.of("<html", "<script", "<!doctype", "content-transfer-encoding: base64");

    /** Tika knows a picture or a page only by more of it; a value below a limit is none. */
    private static final Pattern MARKUP = Pattern.compile("\\s*<[!?A-Za-z]");

    private Letter() {}

    /** {@code beginning} is of the text on which Tika has an opinion. */
    public static boolean isWords(String beginning, String tikasOpinion) {
        return WORDS.contains(tikasOpinion) && !MARKUP.matcher(beginning).lookingAt();
    }

    /** {@code beginning} of a text that is recognised as words. */
    public static boolean carriesMore(String beginning) {
        var lower = beginning.toLowerCase(Locale.ROOT);
        return lower.lines().anyMatch(line -> HEADS.stream().anyMatch(line::startsWith))
                && NO_WORDS.stream().anyMatch(lower::contains);
    }
}
