package org.consilium.review;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What an installation decides for itself. */
@ConfigMapping(prefix = "consilium.review")
public interface ReviewConfig {

    Duration offerWindow();

    AskedAtOnce askedAtOnce();

    Duration opinionTime();

    Duration answerWindow();

    Duration followUpWindow();

    Duration criticalFindingWindow();

    Letters letters();

    /** How many reviewers are asked at the same time; the first to accept has the case. */
    interface AskedAtOnce {

        int routine();

        int expedited();
    }

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
