package org.consilium.review.share;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is told by another way than the link, by telephone as a rule: eight characters of which none
 * is taken for another. Slow to try, and its hash says by how much, so that later ones may be
 * slower.
 */
final class Passcode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private Passcode() {}

    static String fresh() {
        return RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(CHARACTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** {@code rounds$salt$hash}; takes a noticeable part of a second. */
    static String hash(String passcode) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return ROUNDS + "$" + text(salt) + "$" + text(derived(passcode, salt, ROUNDS));
    }

    /** However it was typed: small letters, spaces, hyphens. */
    static boolean matches(String told, String hash) {
        var parts = hash.split("\\$");
        var passcode = told.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        var salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(
                Base64.getDecoder().decode(parts[2]),
                derived(passcode, salt, Integer.parseInt(parts[0])));
    }

    private static byte[] derived(String passcode, byte[] salt, int rounds) {
        var from = new PBEKeySpec(passcode.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(from)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
