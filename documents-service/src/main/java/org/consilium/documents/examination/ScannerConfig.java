package org.consilium.documents.examination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where clamd listens, and how long it may be silent. */
@ConfigMapping(prefix = "consilium.scanner")
interface ScannerConfig {

    /** Host and port. */
    String address();

    @WithDefault("60s")
    Duration silence();
}
