package org.consilium.system.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.system.RunningSystem;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** All journeys of a run go through one running system, started for the first of them. */
final class OneSystem implements ParameterResolver {

    private static final Namespace JOURNEYS = Namespace.create(OneSystem.class);

    /** Stopped, and its data thrown away, when the run ends. */
    private record Started(RunningSystem system, String directory) implements AutoCloseable {

        static Started now() {
            try {
                var directory = Files.createTempDirectory("journeys");
                var system = RunningSystem.in(directory);
                system.start(_ -> {});
                return new Started(system, directory.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            system.stop();
            ChildProcess.run(List.of("rm", "-rf", directory));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(JOURNEYS)
                .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
                .system();
    }
}
