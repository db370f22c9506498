package org.consilium.documents.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.copies.LookInside.Inside.ACTS;
import static org.consilium.documents.copies.LookInside.Inside.LOCKED;
import static org.consilium.documents.copies.LookInside.Inside.NOTHING_ACTS;
import static org.consilium.documents.copies.LookInside.Inside.TOO_HEAVY;
import static org.consilium.documents.copies.LookInside.Inside.UNREADABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.consilium.documents.copies.LookInside.Inside;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.worker.CleanCopy;
import org.consilium.documents.worker.PdfFiles;
import org.consilium.documents.worker.TellingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker as a process, looking into a PDF. */
class LookInsideTest {

    @TempDir Path directory;

    @Test
    void what_opens_on_a_page_and_links_to_the_web_is_a_record() throws Exception {
        assertThat(found(PdfFiles.harmless())).isEqualTo(NOTHING_ACTS);
        assertThat(found(SampleFiles.pdf())).isEqualTo(NOTHING_ACTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JavaScript",
                "Launch",
                "Rendition",
                "SubmitForm",
                "ImportData",
                "GoToR",
                "GoToE"
            })
    void what_acts_is_found_in_compressed_objects_too(String kind) throws Exception {
        assertThat(found(PdfFiles.acting(kind))).isEqualTo(ACTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JavaScript", "JS", "XFA", "EmbeddedFiles", "RichMediaContent"})
    void and_so_is_what_would_help_it(String name) throws Exception {
        assertThat(found(PdfFiles.with(name))).isEqualTo(ACTS);
    }

    @Test
    void and_so_is_a_file_that_is_enclosed() throws Exception {
        assertThat(found(PdfFiles.enclosing())).isEqualTo(ACTS);
        assertThat(found(TellingFiles.pdf())).isEqualTo(ACTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void what_opens_only_with_a_password_is_told_from_what_opens_for_everybody(int bits)
            throws Exception {
        assertThat(found(PdfFiles.encrypted("secret", bits))).isEqualTo(LOCKED);
        assertThat(found(PdfFiles.encrypted("", bits))).isEqualTo(NOTHING_ACTS);
    }

    @Test
    void what_cannot_be_read_and_what_takes_too_much_are_two_answers() throws Exception {
        assertThat(found(SampleFiles.bytes('%', 'P', 'D', 'F', '-'))).isEqualTo(UNREADABLE);
        assertThat(found(SampleFiles.pdf(), Map.of("time", "PT0.05S"))).isEqualTo(TOO_HEAVY);
    }

    private Inside found(byte[] file) throws IOException, InterruptedException {
        return found(file, Map.of());
    }

    private Inside found(byte[] file, Map<String, String> limits)
            throws IOException, InterruptedException {
        Files.write(directory.resolve(CleanCopy.original(1)), file);
        return new LookInside(null, WorkshopTest.workshop(limits)).said(directory);
    }
}
