package org.consilium.system.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with one file; empty is right. */
final class TidyRules {

    private static final int LONGEST_FILE = 250;
    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_README = 120;

    private static final Pattern LEFT_FOR_LATER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    private static final Pattern BANNER =
            Pattern.compile("^\\s*(//|#|--|/\\*)\\s*[-=*#~_]{3,}|^\\s*\\* ?[-=~_]{4,}");
    private static final Pattern AUTHOR = Pattern.compile("^\\s*\\* @" + "author");
    private static final Pattern TIME_OR_ID_OF_ITS_OWN =
            Pattern.compile(
                    "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)|System\\.currentTimeMillis\\(|UUID\\.randomUUID\\(|Clock\\.system");
    private static final Pattern BLOCKING_WAIT = Pattern.compile("\\.await\\(\\)");
    private static final Pattern SLEEP_OR_SWITCHED_OFF =
            Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(|@Dis" + "abled");
    private static final Pattern EMPTY_NAME =
            Pattern.compile(
                    ".+(Service|Impl|D[tT][oO]|Mapper|Utils?|Manager|Helper|(?<!^Deadline)Handler)");
    private static final Pattern EMPTY_FOLDER =
            Pattern.compile(
                    "/(service|impl|dto|mapper|utils?|common|manager|helper|handler)s?(/|$)");
    private static final Pattern OWN_VERSION =
            Pattern.compile("<version>[^$]|<[a-z.-]*version>\\s*[0-9]");
    private static final Pattern MACHINE =
            Pattern.compile(
                    "/(?:home|root|work|Users)/|repo1?[.]maven|registry[.]npmjs|[a]rtifactory|\\b[n]exus\\b");

    private TidyRules() {}

    static List<String> leftForLater(SourceFile file) {
        return file.linesWith(LEFT_FOR_LATER);
    }

    static List<String> banners(SourceFile file) {
        return file.linesWith(BANNER);
    }

    static List<String> authors(SourceFile file) {
        return file.linesWith(AUTHOR);
    }

    /** Time comes from the injected clock and ids from the kit, so that a test can give its own. */
    static List<String> timeOrIdOfItsOwn(SourceFile file) {
        return file.linesWith(TIME_OR_ID_OF_ITS_OWN);
    }

    static List<String> blockingWaits(SourceFile file) {
        return file.linesWith(BLOCKING_WAIT);
    }

    static List<String> sleepsOrSwitchedOff(SourceFile file) {
        return file.linesWith(SLEEP_OR_SWITCHED_OFF);
    }

    static List<String> pathsOrHostsOfAMachine(SourceFile file) {
        return file.linesWith(MACHINE);
    }

    /** Versions stand in the parent; a module's pom repeats only the parent's own. */
    static List<String> ownVersions(SourceFile pom) {
        var afterParent = pom.text().indexOf("</parent>");
        var blanked = pom.text().substring(0, afterParent).replaceAll("[^\n]", " ");
        return new SourceFile(pom.path(), blanked + pom.text().substring(afterParent))
                .linesWith(OWN_VERSION);
    }

    static List<String> tooLong(SourceFile file) {
        return file.lines() > LONGEST_FILE ? List.of(file.path() + " " + file.lines()) : List.of();
    }

    static List<String> tooLongToReadFirst(SourceFile readme) {
        return readme.lines() > LONGEST_README
                ? List.of(readme.path() + " " + readme.lines())
                : List.of();
    }

    static List<String> methodsTooLong(SourceFile file) {
        return JavaShape.of(file).methods().stream()
                .filter(method -> method.lines() > LONGEST_METHOD)
                .map(method -> file.path() + " " + method.name() + " " + method.lines())
                .toList();
    }

    static List<String> namesThatSayNothing(SourceFile file) {
        var types =
                JavaShape.of(file).types().stream()
                        .filter(type -> EMPTY_NAME.matcher(type).matches())
                        .map(type -> file.path() + " " + type);
        var folder =
                Stream.of(file.folder())
                        .filter(
                                path ->
                                        EMPTY_FOLDER
                                                .matcher(path.replaceFirst(".*/java/", "/"))
                                                .find())
                        .map(path -> "a folder called " + path);
        return Stream.concat(types, folder).toList();
    }
}
