package org.consilium.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DownloadTest {

    @Nested
    class A_range {

        @Test
        void is_read_with_both_its_ends() {
            assertThat(ByteRange.read("bytes=0-0", 10)).contains(new ByteRange(0, 0, true));
            assertThat(ByteRange.read("bytes=3-", 10)).contains(new ByteRange(3, 9, true));
            assertThat(ByteRange.read("bytes=3-99", 10)).contains(new ByteRange(3, 9, true));
            assertThat(ByteRange.read("bytes=-4", 10)).contains(new ByteRange(6, 9, true));
            assertThat(ByteRange.read("bytes=-99", 10)).contains(new ByteRange(0, 9, true));
        }

        @Test
        void outside_the_file_is_none() {
            assertThat(ByteRange.read("bytes=10-", 10)).isEqualTo(Optional.empty());
            assertThat(ByteRange.read("bytes=-0", 10)).isEqualTo(Optional.empty());
            assertThat(ByteRange.read("bytes=" + "9".repeat(40) + "-", 10))
                    .isEqualTo(Optional.empty());
        }

        @Test
        void that_is_not_one_range_of_bytes_is_passed_over() {
            var whole = new ByteRange(0, 9, false);
            for (var header : new String[] {null, "", "bytes=-", "bytes=5-3", "lines=1-2"}) {
                assertThat(ByteRange.read(header, 10)).contains(whole);
            }
            assertThat(ByteRange.read("bytes=0-1,4-5", 10)).contains(whole);
        }
    }

    @Test
    void a_name_in_any_script_is_written_for_old_and_new_clients() {
        assertThat(Disposition.attachment("خ \"a\".pdf"))
                .isEqualTo(
                        "attachment; filename=\"_ _a_.pdf\"; filename*=UTF-8''%D8%AE%20%22a%22.pdf");
    }
}
