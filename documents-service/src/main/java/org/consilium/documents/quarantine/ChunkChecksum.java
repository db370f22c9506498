package org.consilium.documents.quarantine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.consilium.kit.web.Problem;

/** What a request's body has to come to, and what it comes to as it passes by. */
public final class ChunkChecksum {

    /** As tus names them, in the order in which we would choose. */
    public static final String ALGORITHMS = "sha256,sha1";

    private static final Map<String, String> DIGESTS = Map.of("sha256", "SHA-256", "sha1", "SHA-1");

    private final MessageDigest digest;
    private final byte[] wanted;

    private ChunkChecksum(MessageDigest digest, byte[] wanted) {
        this.digest = digest;
        this.wanted = wanted;
    }

    /** Reads the header {@code Upload-Checksum}; null for none. */
    public static ChunkChecksum read(String header) {
        if (header == null) {
            return null;
        }
        var algorithmAndValue = header.strip().split(" +", 2);
        var digest = digest(DIGESTS.get(algorithmAndValue[0]));
        var wanted = decoded(algorithmAndValue.length < 2 ? "" : algorithmAndValue[1]);
        if (wanted.length != digest.getDigestLength()) {
            throw malformed("base64", "the digest of the request's body in Base64");
        }
        return new ChunkChecksum(digest, wanted);
    }

    void update(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
    }

    /** Ends the digest. */
    boolean holds() {
        return MessageDigest.isEqual(wanted, digest.digest());
    }

    private static MessageDigest digest(String name) {
        if (name == null) {
            throw malformed("algorithm", "one of " + ALGORITHMS);
        }
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Problem malformed(String rule, String message) {
        return Problem.malformed("Upload-Checksum", rule, message);
    }
}
