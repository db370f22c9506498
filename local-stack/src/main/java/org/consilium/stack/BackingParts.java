package org.consilium.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The backing services tests run on: containers where a Docker engine answers, otherwise the same
 * programs as processes of this machine. This is the only place that chooses; it says which it
 * took.
 */
public final class BackingParts {

    private static PartAddresses addresses;

    private BackingParts() {}

    /**
     * Started at the first call, then kept for this JVM and, as local processes, for all of one
     * test run.
     */
    public static synchronized PartAddresses addresses() {
        if (addresses == null) {
            var docker = dockerAnswers();
            System.out.println(
                    "Backing services: "
                            + (docker
                                    ? "containers"
                                    : "processes of this machine, no Docker engine answers"));
            addresses = docker ? ContainerParts.running() : TestParts.running();
        }
        return addresses;
    }

    private static boolean dockerAnswers() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"));
    }
}
