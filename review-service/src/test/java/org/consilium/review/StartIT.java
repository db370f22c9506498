package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.consilium.stack.seals.Seals;
import org.consilium.stack.start.StartAttempt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service that could seal no letter, or keep none: it ends with one line. */
class StartIT {

    private static final int WRONGLY_SET_UP = 78;
    private static final String PASSWORD = "of-another-seal";

    private static Map<String, String> settings;

    @BeforeAll
    static void given() {
        settings = StartAttempt.rightSettings("review");
    }

    @Test
    void without_a_seal() throws IOException, InterruptedException {
        var without = new HashMap<>(settings);
        without.remove("LETTER_SEAL_KEYSTORE");
        refused(without, "LETTER_SEAL_KEYSTORE: not given.");
    }

    @Test
    void with_one_that_the_password_does_not_open() throws IOException, InterruptedException {
        refused(
                with("LETTER_SEAL_PASSWORD", PASSWORD),
                "LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD: cannot be opened.");
    }

    @Test
    void with_something_else_than_a_keystore() throws IOException, InterruptedException {
        refused(
                with("LETTER_SEAL_KEYSTORE", "bm9uc2Vuc2U="),
                "LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD: cannot be opened.");
    }

    @Test
    void with_one_whose_certificate_ended() throws IOException, InterruptedException {
        var ended = with("LETTER_SEAL_KEYSTORE", Seals.thatRanOut(PASSWORD));
        ended.put("LETTER_SEAL_PASSWORD", PASSWORD);
        refused(ended, "the certificate is not valid today.");
    }

    @Test
    void with_a_key_that_the_store_does_not_take() throws IOException, InterruptedException {
        refused(
                with("S3_SECRET_KEY", "of-somebody-else"),
                "S3_ACCESS_KEY, S3_SECRET_KEY: the store refuses them.");
    }

    private static Map<String, String> with(String setting, String value) {
        var other = new HashMap<>(settings);
        other.put(setting, value);
        return other;
    }

    private static void refused(Map<String, String> settings, String words)
            throws IOException, InterruptedException {
        var attempt = StartAttempt.by(settings);
        assertThat(attempt.reasons()).singleElement().asString().contains(words);
        assertThat(attempt.said())
                .as("a secret, a trace, a consumer")
                .doesNotContain(
                        settings.get("LETTER_SEAL_PASSWORD"),
                        settings.get("S3_SECRET_KEY"),
                        "\tat ",
                        "SRMSG");
        assertThat(attempt.status()).isEqualTo(WRONGLY_SET_UP);
    }
}
