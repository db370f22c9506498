package org.consilium.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.consilium.stack.start.StartAttempt;
import org.junit.jupiter.api.Test;

/** The packaged service, with another's key to the store: it ends with one line. */
class StartIT {

    private static final int WRONGLY_SET_UP = 78;

    @Test
    void a_key_that_the_store_does_not_take_is_named_with_the_rule()
            throws IOException, InterruptedException {
        var settings = StartAttempt.rightSettings("documents");
        settings.put("S3_SECRET_KEY", "of-somebody-else");
        var attempt = StartAttempt.by(settings);
        assertThat(attempt.reasons())
                .singleElement()
                .asString()
                .contains("S3_ACCESS_KEY, S3_SECRET_KEY: the store refuses them.");
        assertThat(attempt.said())
                .as("a secret, a trace, a consumer")
                .doesNotContain("of-somebody-else", "\tat ", "SRMSG");
        assertThat(attempt.status()).isEqualTo(WRONGLY_SET_UP);
    }
}
