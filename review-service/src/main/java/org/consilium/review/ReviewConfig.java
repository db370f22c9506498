package org.consilium.review;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What an installation decides for itself. */
@ConfigMapping(prefix = "consilium.review")
public interface ReviewConfig {

    Duration offerWindow();

    Duration opinionTime();

    Duration answerWindow();

    Duration followUpWindow();

    Letters letters();

    /** Where letters are kept and how they are printed. */
    interface Letters {

        String endpoint();

        String region();

        String accessKey();

        String secretKey();

        String bucket();

        String chromium();

        int printers();

        Duration printTimeout();
    }
}
