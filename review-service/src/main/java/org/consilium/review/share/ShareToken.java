package org.consilium.review.share;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.consilium.kit.work.Sha256;

/**
 * The secret of a link: 256 random bits, told once. Nothing but its hash is stored, and a hash of
 * so many random bits needs neither salt nor slowness.
 */
final class ShareToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private ShareToken() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isOne(String told) {
        return FORM.matcher(told).matches();
    }

    static String hash(String token) {
        return Sha256.hex(token);
    }
}
