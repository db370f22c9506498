package org.consilium.documents.copies;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the process that makes copies may use. */
@ConfigMapping(prefix = "consilium.copies")
interface CopyConfig {

    /** Of wall time; its CPU time is limited to the same. */
    @WithDefault("60s")
    Duration time();

    /** Its heap; a picture of 200 million points is read with less. */
    @WithDefault("384")
    int heapMegabytes();

    /** All of its address space: heap, code and what libraries take beside. */
    @WithDefault("3072")
    int memoryMegabytes();

    /** Between two tries of a file that is heavy: the machine may have been so just then. */
    @WithDefault("10m")
    Duration pause();

    /** Renewed every few seconds; after that long without a sign another replica begins anew. */
    @WithDefault("30s")
    Duration lease();
}
