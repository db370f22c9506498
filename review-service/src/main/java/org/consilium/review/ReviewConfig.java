package org.consilium.review;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Set;

/** What an installation decides for itself. */
@ConfigMapping(prefix = "consilium.review")
public interface ReviewConfig {

    Duration offerWindow();

    AskedAtOnce askedAtOnce();

    Duration opinionTime();

    Duration answerWindow();

    Duration followUpWindow();

    Duration criticalFindingWindow();

    DoubleRead doubleRead();

    Letters letters();

    /** How many reviewers are asked at the same time; the first to accept has the case. */
    interface AskedAtOnce {

        int routine();

        int expedited();
    }

    /** Which cases somebody else reads, too, and how long that may take. */
    interface DoubleRead {

        /** Codes of reasons, and of urgency. */
        Set<String> highStakes();

        /** Of the others, from 0 to 1. */
        double share();

        /** In which somebody may accept; there is a second one when nobody does. */
        Duration window();

        /** From the acceptance to the reading. */
        Duration time();
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

        Seal seal();

        /** What each letter is sealed with: a PKCS #12 file in Base64, and what opens it. */
        interface Seal {

            String keystore();

            String password();
        }
    }
}
