package org.consilium.documents.examination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is examined at a time, and how soon another replica takes over. */
@ConfigMapping(prefix = "consilium.examination")
interface ExaminationConfig {

    /** Documents that one replica examines at once; one of them is always a small one. */
    @WithDefault("3")
    int atOnce();

    /** What does not make a series of pictures wait for it. */
    @WithDefault("16777216")
    long smallBytes();

    /** Renewed every few seconds; after that long without a sign another replica begins anew. */
    @WithDefault("30s")
    Duration lease();
}
