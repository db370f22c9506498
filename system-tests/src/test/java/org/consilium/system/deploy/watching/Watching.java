package org.consilium.system.deploy.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.system.tidy.SourceFile;
import org.consilium.system.tidy.SourceTree;
import org.yaml.snakeyaml.Yaml;

/** What stands in deploy/observability, read. */
final class Watching {

    static final Path FOLDER = SourceTree.ROOT.resolve("deploy/observability");

    private static final Pattern NO_NAME =
            Pattern.compile(
                    "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_:][a-z0-9_:]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");
    private static final Pattern METRIC = Pattern.compile("\"([a-z]+(?:[.][a-z]+)*)\"");

    private Watching() {}

    /** One rule of Prometheus: an alert, or a recording. */
    record Rule(String alert, String recorded, String expr, Map<String, String> annotations) {}

    @SuppressWarnings("unchecked")
    static List<Rule> rules() {
        return listed(read("rules.yaml"), "groups").stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .map(
                        rule ->
                                new Rule(
                                        (String) rule.get("alert"),
                                        (String) rule.get("record"),
                                        (String) rule.get("expr"),
                                        (Map<String, String>) rule.get("annotations")))
                .toList();
    }

    static List<Rule> alerts() {
        return rules().stream().filter(rule -> rule.alert() != null).toList();
    }

    /** The entries of a list in a file. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> listed(Object file, String list) {
        return ((Map<String, List<Map<String, Object>>>) file).get(list);
    }

    static Object read(String file) {
        try {
            return new Yaml().load(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metrics that a PromQL expression names. */
    static Set<String> metrics(String expr) {
        var names = new TreeSet<String>();
        NAME.matcher(NO_NAME.matcher(expr).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }

    /**
     * What our own code tells, as Prometheus calls it: a gauge by its name, a counter with _total.
     */
    static Set<String> told() {
        var names = new TreeSet<String>();
        SourceTree.files()
                .filter(SourceFile::isMainJava)
                .filter(file -> file.text().matches("(?s).*(MeterRegistry|new Figure\\().*"))
                .flatMap(file -> METRIC.matcher(file.text()).results())
                .map(found -> found.group(1).replace('.', '_'))
                .flatMap(name -> Stream.of(name, name + "_total"))
                .forEach(names::add);
        rules().stream().map(Rule::recorded).filter(name -> name != null).forEach(names::add);
        return names;
    }
}
