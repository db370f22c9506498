package org.consilium.kit.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The example of FIPS 180-2, appendix B.1. */
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void is_the_standard_s() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("abc".getBytes(UTF_8))).isEqualTo(OF_ABC);
    }

    @Test
    void of_bytes_that_pass_by_is_the_same() {
        var digest = Sha256.digest();
        digest.update("a".getBytes(UTF_8));
        digest.update("bc".getBytes(UTF_8));
        assertThat(Sha256.end(digest)).isEqualTo(OF_ABC);
    }
}
