package org.consilium.system.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file of the project.
 *
 * @param path from the project's root, with slashes
 */
public record SourceFile(String path, String text) {

    public boolean isMainJava() {
        return path.endsWith(".java") && path.contains("/src/main/java/");
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isTestJava() {
        return path.endsWith(".java") && path.contains("/src/test/java/");
    }

    /** A service, or what the services are made of; not the tools that start and test them. */
    boolean isInTheServices() {
        return isMainJava() && path.matches("([a-z]+-service|service-kit|case-contracts)/.*");
    }

    boolean isModulePom() {
        return path.endsWith("/pom.xml");
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Each line that the pattern is found in, with its place. */
    List<String> linesWith(Pattern pattern) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> pattern.matcher(lines.get(i)).find())
                .mapToObj(i -> path + ":" + (i + 1) + " " + lines.get(i).strip())
                .toList();
    }
}
