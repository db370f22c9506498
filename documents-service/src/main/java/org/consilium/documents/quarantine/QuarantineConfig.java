package org.consilium.documents.quarantine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient a writer's rivals have to be. */
@ConfigMapping(prefix = "consilium.quarantine")
interface QuarantineConfig {

    /** After this long without a word from a writer another request may take over. */
    @WithDefault("30s")
    Duration writerSilence();
}
