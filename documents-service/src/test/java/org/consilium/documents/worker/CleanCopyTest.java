package org.consilium.documents.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCopyTest {

    @TempDir Path directory;

    @Test
    void a_photograph_keeps_its_picture_and_which_way_is_up_and_says_no_more() throws IOException {
        var clean = made("image/jpeg", TellingFiles.jpeg());
        assertThat(text(clean)).doesNotContain(TellingFiles.SECRET).contains("Exif");
        assertThat(clean).endsWith(0xFF, 0xD9);
        int exif = text(clean).indexOf("Exif");
        assertThat(CleanJpeg.orientation(Arrays.copyOfRange(clean, exif, clean.length)))
                .isEqualTo(3);
        assertThat(ImageIO.read(directory.resolve(CleanCopy.CLEAN).toFile()).getWidth())
                .isEqualTo(40);
        assertThat(ImageIO.read(directory.resolve("page-1.jpg").toFile()).getHeight())
                .isEqualTo(30);
    }

    @Test
    void a_screenshot_keeps_its_picture_and_says_no_more() throws IOException {
        var clean = made("image/png", TellingFiles.png());
        assertThat(text(clean)).doesNotContain(TellingFiles.SECRET);
        assertThat(ImageIO.read(directory.resolve(CleanCopy.CLEAN).toFile()).getWidth())
                .isEqualTo(40);
        assertThat(directory.resolve("page-1.jpg")).exists();
    }

    @Test
    void a_pdf_keeps_its_pages_and_neither_acts_nor_says_who_made_it() throws IOException {
        var clean = made("application/pdf", TellingFiles.pdf());
        assertThat(text(clean)).doesNotContain(TellingFiles.SECRET);
        try (var document = Loader.loadPDF(clean)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
        assertThat(directory.resolve("page-2.jpg")).exists();
        assertThat(directory.resolve("page-3.jpg")).doesNotExist();
    }

    @Test
    void a_telephone_s_picture_stays_as_it_is_but_for_what_it_tells() throws IOException {
        var file = TellingFiles.heic();
        var clean = made("image/heic", file);
        assertThat(clean).hasSameSizeAs(file);
        assertThat(text(clean)).doesNotContain(TellingFiles.SECRET).contains("the picture");
    }

    @Test
    void a_slice_keeps_its_picture_and_date_and_names_nobody() throws IOException {
        for (var syntax : List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1")) {
            var file = TellingFiles.dicom(syntax);
            var clean = made("application/dicom", file);
            assertThat(clean).hasSameSizeAs(file);
            assertThat(text(clean))
                    .as(syntax)
                    .doesNotContain(TellingFiles.SECRET)
                    .contains("20261101", "the picture");
        }
        assertThatThrownBy(
                        () -> made("application/dicom", TellingFiles.dicom("1.2.840.10008.1.2.2")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_picture_that_cannot_be_drawn_has_a_copy_all_the_same() throws IOException {
        assertThat(made("image/jpeg", SampleFiles.jpeg())).endsWith(7, 7, 0xFF, 0xD9);
        assertThat(directory.resolve("page-1.jpg")).doesNotExist();
    }

    @Test
    void what_cannot_be_read_has_no_copy() {
        assertThatThrownBy(
                        () -> made("application/pdf", SampleFiles.bytes('%', 'P', 'D', 'F', '-')))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> made("image/jpeg", Arrays.copyOf(TellingFiles.jpeg(), 400)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> made("image/png", Arrays.copyOf(TellingFiles.png(), 60)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void pages_that_contain_themselves_come_to_an_end() throws IOException {
        var loop = text(SampleFiles.pdf()).replace("/Kids[3 0 R]", "/Kids[2 0 R 2 0 R]");
        assertThatThrownBy(
                        () -> made("application/pdf", loop.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void photographs_are_the_pages_of_one_pdf_upright_and_say_no_more() throws IOException {
        var copy =
                made(
                        CleanCopy.PHOTOGRAPHS,
                        TellingFiles.jpeg(1),
                        TellingFiles.jpeg(6),
                        TellingFiles.png());
        assertThat(text(copy)).doesNotContain(TellingFiles.SECRET);
        try (var document = Loader.loadPDF(copy)) {
            assertThat(document.getPages())
                    .extracting(PDPage::getRotation)
                    .containsExactly(0, 90, 0);
            var inside = new PDFTextStripper().getText(document);
            assertThat(inside).isBlank();
        }
        assertThat(ImageIO.read(directory.resolve("page-1.jpg").toFile()).getWidth()).isEqualTo(40);
        assertThat(ImageIO.read(directory.resolve("page-2.jpg").toFile()).getWidth()).isEqualTo(30);
        assertThat(directory.resolve("page-3.jpg")).exists();
    }

    @Test
    void in_place_of_a_photograph_that_cannot_be_shown_a_page_says_so() throws IOException {
        var copy = made(CleanCopy.PHOTOGRAPHS, TellingFiles.jpeg(), SampleFiles.jpeg());
        try (var document = Loader.loadPDF(copy)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document)).contains("Page 2 is here");
        }
    }

    @Test
    void as_many_photographs_as_the_limits_say_fit_into_one_copy() throws IOException {
        var files = new byte[Paper.MOST_PAGES][];
        Arrays.fill(files, TellingFiles.jpeg(8));
        try (var document = Loader.loadPDF(made(CleanCopy.PHOTOGRAPHS, files))) {
            assertThat(document.getNumberOfPages()).isEqualTo(Paper.MOST_PAGES);
        }
        assertThat(directory.resolve("page-" + Paper.MOST_PAGES + ".jpg")).exists();
    }

    @Test
    void a_pdf_whose_encryption_leads_nowhere_is_read_as_one_without() throws IOException {
        var lost = text(SampleFiles.pdf()).replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R");
        var clean = made("application/pdf", lost.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(text(clean)).doesNotContain("/Encrypt");
        try (var document = Loader.loadPDF(clean)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private byte[] made(String kind, byte[]... files) throws IOException {
        for (int i = 0; i < files.length; i++) {
            Files.write(directory.resolve(CleanCopy.original(i + 1)), files[i]);
        }
        CleanCopy.main(new String[] {kind, directory.toString()});
        return Files.readAllBytes(directory.resolve(CleanCopy.CLEAN));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
