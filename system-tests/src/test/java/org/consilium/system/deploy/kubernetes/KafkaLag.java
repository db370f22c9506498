package org.consilium.system.deploy.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Production with the optional component, as an installation of its own would write it. */
final class KafkaLag {

    private KafkaLag() {}

    static Overlay rendered() {
        try {
            var folder = Files.createDirectories(Path.of("target/kafka-lag").toAbsolutePath());
            var files = folder.relativize(Overlay.FILES);
            Files.writeString(
                    folder.resolve("kustomization.yaml"),
                    """
                    resources: [%1$s/overlays/production]
                    components: [%1$s/components/kafka-lag]
                    """
                            .formatted(files));
            return Overlay.rendered(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
