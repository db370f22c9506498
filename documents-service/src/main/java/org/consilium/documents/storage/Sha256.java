package org.consilium.documents.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that pass by. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public void update(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
    }

    /** Lower-case hex; ends the digest. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
