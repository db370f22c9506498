package org.consilium.documents.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an installation takes. */
@ConfigMapping(prefix = "consilium.uploads")
public interface UploadConfig {

    /** A CT series of one examination, zipped by nobody, sent slice by slice, is far below. */
    @WithDefault("209715200")
    long maxBytes();

    /** How long an upload waits for its last byte. */
    @WithDefault("24h")
    Duration expiry();

    /** Requests that may write at once; each holds one part in memory. */
    @WithDefault("16")
    int atOnce();

    /** Of those, what one person may hold: a few slow lines of one keep nobody else out. */
    @WithDefault("3")
    int atOncePerPerson();

    /** How long a line is watched before it is judged slow. */
    @WithDefault("30s")
    Duration window();

    /**
     * What has to come in a window for a request to keep its place: 2 kB a second, which the
     * poorest telephone line that can bring a photograph at all exceeds.
     */
    @WithDefault("65536")
    long bytesPerWindow();
}
