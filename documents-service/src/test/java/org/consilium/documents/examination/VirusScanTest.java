package org.consilium.documents.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.consilium.documents.examination.VirusScan.Verdict;
import org.junit.jupiter.api.Test;

class VirusScanTest {

    @Test
    void only_the_scanner_s_own_word_makes_a_file_clean() throws IOException {
        assertThat(VirusScan.read("stream: OK")).isEqualTo(Verdict.CLEAN);
        for (var noWord : new String[] {"", "OK", "stream: OK?", "stream: Broken ERROR"}) {
            assertThatThrownBy(() -> VirusScan.read(noWord)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_own_signature_counts_as_much_as_an_official_one() throws IOException {
        assertThat(VirusScan.read("stream: Eicar.UNOFFICIAL FOUND")).isEqualTo(Verdict.INFECTED);
        assertThat(VirusScan.read("stream: Win.Test FOUND")).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void what_was_not_looked_through_is_not_clean() throws IOException {
        assertThat(VirusScan.read("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND"))
                .isEqualTo(Verdict.NOT_SCANNABLE);
        assertThat(VirusScan.read("INSTREAM size limit exceeded. ERROR"))
                .isEqualTo(Verdict.NOT_SCANNABLE);
    }
}
