package org.consilium.notification.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code webhook-signature}: one per secret that is valid, so that none is missed. */
final class Signature {

    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * Standard Webhooks: base64 of the MAC of {@code id.timestamp.body}.
     *
     * @param secrets as their holders have them, {@code whsec_} and base64
     */
    static String of(String id, long epochSecond, String body, List<String> secrets) {
        var signed = id + "." + epochSecond + "." + body;
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(signed, secret)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(String signed, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
