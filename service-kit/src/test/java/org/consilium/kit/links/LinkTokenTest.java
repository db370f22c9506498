package org.consilium.kit.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {

    /** Forty-three characters, as many as 256 bits take. */
    private static final String A_TOKEN = "gXo7-2Qk_0Zr1sT8vB3nM5pL9dF4hJ6wY0aCeIuKqEk";

    @Test
    void each_is_another_one_and_has_the_form() {
        var tokens = Stream.generate(LinkToken::fresh).limit(100).collect(Collectors.toSet());

        assertThat(tokens).hasSize(100).allMatch(LinkToken::isOne);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "gXo7",
                A_TOKEN + "A",
                " " + A_TOKEN,
                "gXo7+2Qk/0Zr1sT8vB3nM5pL9dF4hJ6wY0aCeIuKqEk",
                "gXo7-2Qk_0Zr1sT8vB3nM5pL9dF4hJ6wY0aCeIuKqEé"
            })
    void what_has_another_form_is_none(String told) {
        assertThat(LinkToken.isOne(A_TOKEN)).isTrue();
        assertThat(LinkToken.isOne(told)).isFalse();
    }

    /** Links in the tables outlive a new version. */
    @Test
    void its_hash_is_that_of_the_links_that_stand() {
        assertThat(LinkToken.hash(A_TOKEN))
                .isEqualTo("99195b3a5757fbc0d13ecd8b4975ffec4014687e6da022f417047e50fb5c768f");
    }
}
