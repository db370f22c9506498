package org.consilium.intake.programme;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The programmes this installation runs, every version that a case may still be under. They are
 * read before anything else starts: a broken file must not take part in the work even for a moment.
 */
@ApplicationScoped
@Startup(1)
public class Programmes {

    private final List<Programme> all;

    /**
     * Reads the files; a broken one stops the start.
     *
     * @param files names of resources under {@code programmes/}
     */
    public Programmes(@ConfigProperty(name = "consilium.programmes") List<String> files) {
        this.all = files.stream().map(Programmes::read).toList();
    }

    /** The one that a new case is opened under: the newest version. */
    public Optional<Programme> current(String id) {
        return all.stream()
                .filter(programme -> programme.id().equals(id))
                .max(Comparator.comparingInt(Programme::version));
    }

    public Optional<Programme> version(String id, int version) {
        return all.stream()
                .filter(programme -> programme.id().equals(id) && programme.version() == version)
                .findFirst();
    }

    public List<Programme> allCurrent() {
        return all.stream()
                .map(Programme::id)
                .distinct()
                .sorted()
                .map(id -> current(id).orElseThrow())
                .toList();
    }

    static Programme read(String file) {
        var path = "programmes/" + file;
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream(path)) {
            if (stream == null) {
                throw new BrokenProgramme(file, 0, "there is no such file among the resources");
            }
            return ProgrammeFile.read(
                    file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
