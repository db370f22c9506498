package org.consilium.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.consilium.system.images.CaseDrill;
import org.consilium.system.images.ImagesDrill;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The images by Docker itself, where one answers: built, started as they are deployed, a case taken
 * across them, each ended and replaced. With Podman: {@code make images-drill} and {@code make
 * images-case}.
 */
class EngineIT {

    private static final String DOCKER = "docker";

    @BeforeEach
    void an_engine_answers() throws IOException, InterruptedException {
        boolean answers = Command.status(DOCKER, "info") == 0;
        if (!answers) {
            System.out.println("Skipped: the images by an engine, as no Docker answers.");
        }
        assumeTrue(answers, "no Docker answers");
    }

    @Test
    void the_images_start_as_they_are_deployed_and_a_case_goes_across_them()
            throws IOException, InterruptedException {
        assertThat(told("scripts/build-images")).as("the images").isZero();
        assertThat(told(drill(ImagesDrill.class))).as("each by itself").isZero();
        assertThat(told(drill(CaseDrill.class))).as("a case across them").isZero();
    }

    private static String[] drill(Class<?> drill) {
        return Stream.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Dengine=" + DOCKER,
                        "-cp",
                        System.getProperty("java.class.path"),
                        drill.getName())
                .toArray(String[]::new);
    }

    /** Its words go where the check's go. */
    private static int told(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(SourceTree.ROOT.toFile()).inheritIO();
        process.environment().put("ENGINE", DOCKER);
        return process.start().waitFor();
    }
}
