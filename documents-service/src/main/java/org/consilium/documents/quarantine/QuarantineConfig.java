package org.consilium.documents.quarantine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a request keeps its place as an upload's only writer. */
@ConfigMapping(prefix = "consilium.quarantine")
interface QuarantineConfig {

    /** After this long without a word from a writer's process another request may take over. */
    @WithDefault("30s")
    Duration writerSilence();

    /** How often a process says which of its requests still write; several times a silence. */
    @WithDefault("5s")
    Duration renewal();
}
