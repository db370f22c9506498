package org.consilium.kit.links;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.consilium.kit.work.Sha256;

/**
 * The secret of a link: 256 random bits, told once. Nothing but its hash is stored, and a hash of
 * so many random bits needs neither salt nor slowness.
 */
public final class LinkToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private LinkToken() {}

    public static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether what was told, if anything, has the form of one: nothing else is looked for. */
    public static boolean isOne(String told) {
        return told != null && FORM.matcher(told).matches();
    }

    public static String hash(String token) {
        return Sha256.hex(token);
    }
}
