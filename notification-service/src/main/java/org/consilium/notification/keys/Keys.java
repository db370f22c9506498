package org.consilium.notification.keys;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.consilium.kit.start.StartRule;
import org.consilium.kit.start.Unfit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This installation's keys, one per purpose, all derived from one secret: what is signed for one
 * purpose is worth nothing for another. Another secret makes all of them others.
 */
@ApplicationScoped
@Startup(StartRule.ASKED_FIRST)
public class Keys {

    private static final int LEAST_LENGTH = 32;
    private static final int KEY_BYTES = 32;

    private final byte[] secret;

    Keys(@ConfigProperty(name = "consilium.secret") String secret) {
        if (secret.length() < LEAST_LENGTH) {
            throw new Unfit(
                    StartRule.KEY,
                    "NOTIFICATION_SECRET",
                    "shorter than " + LEAST_LENGTH + " characters");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public SecretKey of(String purpose, String algorithm) {
        var info = purpose.getBytes(StandardCharsets.UTF_8);
        var derivation = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, KEY_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, derivation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF", e);
        }
    }
}
