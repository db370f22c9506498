package org.consilium.kit.start;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a setting that the framework could not read from any other failure of a start. */
final class WrongSetting {

    /** How SmallRye Config begins each of its messages; they name the property. */
    private static final String OF_THE_CONFIGURATION = "SRCFG";

    private WrongSetting() {}

    /** In one line. */
    static Optional<String> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(WrongSetting::isOne)
                .map(cause -> cause.getMessage().strip().replaceAll("\\s+", " "))
                .reduce((_, innermost) -> innermost);
    }

    private static boolean isOne(Throwable cause) {
        return cause.getMessage() != null
                && switch (cause) {
                    case Unfit _,
                            ConfigurationException _,
                            ConfigValidationException _,
                            PreventFurtherStepsException _ ->
                            true;
                    default -> cause.getMessage().startsWith(OF_THE_CONFIGURATION);
                };
    }
}
