package org.consilium.documents.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.worker.DrawnFiles.UNCOMPRESSED;
import static org.consilium.documents.worker.DrawnFiles.brightness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libheif and DCMTK draw; scripts/install-needs brings both. */
class DrawingTest {

    @TempDir Path directory;

    @Test
    void a_telephone_s_picture_is_shown_and_tells_nothing_of_where_it_was_taken()
            throws IOException {
        var file = DrawnFiles.heic();
        assertThat(text(file)).contains(TellingFiles.SECRET);
        make("image/heic", file);
        assertThat(brightness(page(1), 0.25)).isLessThan(20);
        assertThat(brightness(page(1), 0.75)).isGreaterThan(235);
        assertThat(text(Files.readAllBytes(page(1)))).doesNotContain(TellingFiles.SECRET, "Exif");
        assertThat(pages()).isEqualTo("1");
    }

    @Test
    void a_slice_is_shown_as_its_window_says_and_without_one_from_darkest_to_brightest()
            throws IOException {
        make("application/dicom", DrawnFiles.slices(1, true, UNCOMPRESSED));
        assertThat(brightness(page(1), 0.25)).isLessThan(10);
        assertThat(brightness(page(1), 0.75)).isGreaterThan(245);
        make("application/dicom", DrawnFiles.slices(1, false, UNCOMPRESSED));
        assertThat(brightness(page(1), 0.75)).isLessThan(10);
        assertThat(brightness(page(1), 0.98)).isGreaterThan(245);
    }

    @Test
    void a_digitised_film_is_shown_too() throws IOException {
        make("application/dicom", DrawnFiles.film());
        assertThat(brightness(page(1), 0.25)).isLessThan(20);
        assertThat(brightness(page(1), 0.75)).isGreaterThan(235);
    }

    @Test
    void of_many_frames_the_first_twenty_are_shown_and_all_are_counted() throws IOException {
        make("application/dicom", DrawnFiles.slices(25, true, UNCOMPRESSED));
        assertThat(page(20)).exists();
        assertThat(page(21)).doesNotExist();
        assertThat(pages()).isEqualTo("25");
    }

    @Test
    void what_cannot_be_drawn_has_a_copy_and_no_picture() throws IOException {
        make("application/dicom", DrawnFiles.slices(1, true, DrawnFiles.JPEG_2000));
        assertThat(directory.resolve(CleanCopy.CLEAN)).exists();
        assertThat(page(1)).doesNotExist();
        make("image/heic", TellingFiles.heic());
        assertThat(directory.resolve(CleanCopy.CLEAN)).exists();
        assertThat(page(1)).doesNotExist();
    }

    private void make(String kind, byte[] file) throws IOException {
        Files.write(directory.resolve(CleanCopy.original(1)), file);
        CleanCopy.main(new String[] {kind, directory.toString()});
    }

    private Path page(int number) {
        return directory.resolve("page-" + number + ".jpg");
    }

    private String pages() throws IOException {
        return Files.readString(directory.resolve(CleanCopy.PAGES));
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
