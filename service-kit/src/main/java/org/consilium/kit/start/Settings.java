package org.consilium.kit.start;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SysPropConfigSource;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.consilium.kit.work.FailPoints;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The settings as the service will read them. */
final class Settings {

    /** A name that the environment gives, and its default if it has one. */
    private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");

    private final SmallRyeConfig config;

    Settings(SmallRyeConfig config) {
        this.config = config;
    }

    /** All that is missing in one line, then the first that cannot be read. */
    void judge() {
        var needed = new TreeMap<String, Boolean>();
        for (var source : config.getConfigSources()) {
            if (isOfTheFiles(source)) {
                source.getProperties().values().stream()
                        .flatMap(value -> NAMED.matcher(value).results())
                        .forEach(
                                name ->
                                        needed.merge(
                                                name.group(1),
                                                name.group(2) == null,
                                                Boolean::logicalOr));
            }
        }
        var missing = new TreeSet<String>();
        needed.forEach(
                (name, must) -> {
                    if (must && optional(name).isEmpty()) {
                        missing.add(name);
                    }
                });
        if (!missing.isEmpty()) {
            throw new Unfit(StartRule.GIVEN, String.join(", ", missing), "not given");
        }
        for (var name : needed.keySet()) {
            optional(name)
                    .flatMap(value -> Shape.wrongIn(name, value))
                    .ifPresent(
                            wrong -> {
                                throw new Unfit(StartRule.READABLE, name, wrong);
                            });
        }
    }

    /** Whoever may lose data is a test: the one mark that no installation carries. */
    void judgeFailPoints() {
        if (optional(FailPoints.SETTING).isPresent() && !databaseMayLoseData()) {
            throw new Unfit(
                    StartRule.NO_FAIL_POINTS, FailPoints.SETTING, "given outside of a test");
        }
    }

    private static boolean isOfTheFiles(ConfigSource source) {
        return !(source instanceof EnvConfigSource || source instanceof SysPropConfigSource);
    }

    String service() {
        return value("quarkus.application.name");
    }

    /** As in topics and databases: {@code intake}. */
    String code() {
        return value("consilium.source");
    }

    String value(String property) {
        return config.getValue(property, String.class);
    }

    Optional<String> optional(String property) {
        return config.getOptionalValue(property, String.class).filter(value -> !value.isBlank());
    }

    /** Not while an image is built: nobody is there to be asked. */
    boolean asksOthers() {
        return config.getValue("consilium.start.asks-others", Boolean.class);
    }

    boolean databaseMayLoseData() {
        return config.getValue("consilium.start.database-may-lose-data", Boolean.class);
    }

    Duration clockSkewLimit() {
        try {
            return Duration.parse(value("consilium.start.clock-skew"));
        } catch (DateTimeParseException e) {
            throw new Unfit(StartRule.READABLE, "CLOCK_SKEW_LIMIT", "no duration such as PT5S");
        }
    }
}
