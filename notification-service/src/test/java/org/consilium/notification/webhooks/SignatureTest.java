package org.consilium.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.consilium.notification.keys.KeysOfTests;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    /** The example that libraries for Standard Webhooks are tested with. */
    @Test
    void is_the_one_that_receivers_compute() {
        assertThat(
                        Signature.of(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1_614_265_330,
                                "{\"test\": 2432232314}",
                                List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void is_given_for_each_secret_that_is_valid() {
        var both = Signature.of("msg_1", 1, "{}", List.of(SECRET, OTHER));

        assertThat(both.split(" "))
                .containsExactly(
                        Signature.of("msg_1", 1, "{}", List.of(SECRET)),
                        Signature.of("msg_1", 1, "{}", List.of(OTHER)));
    }

    @Nested
    class A_secret {

        private final WebhookSecrets secrets =
                new WebhookSecrets(KeysOfTests.of("a secret of thirty-two characters"));
        private final UUID webhook = UUID.randomUUID();

        @Test
        void is_the_same_whenever_it_is_derived_and_as_long_as_it_should_be() {
            assertThat(secrets.of(webhook, 1))
                    .isEqualTo(secrets.of(webhook, 1))
                    .matches("whsec_[A-Za-z0-9+/]{43}=");
        }

        @Test
        void is_another_for_another_endpoint_and_after_a_rotation() {
            assertThat(
                            List.of(
                                    secrets.of(webhook, 1),
                                    secrets.of(webhook, 2),
                                    secrets.of(UUID.randomUUID(), 1)))
                    .doesNotHaveDuplicates();
        }
    }
}
