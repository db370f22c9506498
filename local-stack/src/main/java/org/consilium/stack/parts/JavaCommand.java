package org.consilium.stack.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM's command line, of the same JDK that runs this. */
final class JavaCommand {

    private final List<String> words = new ArrayList<>();

    JavaCommand(String heap) {
        words.add(executable());
        words.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.add("-XX:+ExitOnOutOfMemoryError");
    }

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    JavaCommand property(String name, Object value) {
        words.add("-D" + name + "=" + value);
        return this;
    }

    List<String> main(String classPath, String mainClass, String... arguments) {
        words.addAll(List.of("-cp", classPath, mainClass));
        words.addAll(List.of(arguments));
        return words;
    }
}
