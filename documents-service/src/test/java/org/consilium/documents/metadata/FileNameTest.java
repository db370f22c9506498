package org.consilium.documents.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void loses_its_path() {
        assertThat(FileName.safe("C:\\Users\\me\\scan.pdf")).isEqualTo("scan.pdf");
        assertThat(FileName.safe("../../etc/passwd")).isEqualTo("passwd");
    }

    @Test
    void loses_characters_that_turn_the_direction_or_end_a_line() {
        assertThat(FileName.safe("report\u202Efdp.exe")).isEqualTo("reportfdp.exe");
        assertThat(FileName.safe("a\r\nb\0.pdf")).isEqualTo("ab.pdf");
    }

    @Test
    void keeps_its_script_and_its_extension_however_long() {
        assertThat(FileName.safe("血液检查.pdf")).isEqualTo("血液检查.pdf");
        assertThat(FileName.safe("血".repeat(500) + ".pdf")).hasSizeLessThan(210).endsWith(".pdf");
    }
}
