package org.consilium.system.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoFilesTest {

    private static final DemoFiles FILES = new DemoFiles(LocalDate.parse("2026-11-21"));

    static Stream<DemoFile> all() {
        return FILES.all().stream();
    }

    @Test
    void the_same_bytes_are_made_every_time() {
        assertThat(FILES.all()).usingRecursiveComparison().isEqualTo(FILES.all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_file_begins_as_its_type_does(DemoFile file) {
        var magic =
                switch (file.contentType()) {
                    case "application/pdf" -> "%PDF-";
                    case "image/jpeg" -> "\u00ff\u00d8\u00ff";
                    default -> "\0".repeat(128) + "DICM";
                };
        assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).startsWith(magic);
    }

    @Test
    void the_blood_test_has_a_text_layer() throws IOException {
        assertThat(textOf(FILES.bloodTest()))
                .contains("Haemoglobin", "9.4 L", "Carcinoembryonic antigen", "no such patient");
    }

    @Test
    void the_reports_fit_on_their_page() throws IOException {
        assertThat(textOf(FILES.ctReport())).contains("The chest was not included");
        assertThat(textOf(FILES.histopathology())).contains("Mismatch repair");
        assertThat(textOf(FILES.dischargeSummary())).contains("hemicolectomy", "Return at once");
    }

    @Test
    void only_the_discharge_summary_tells_the_first_opinion() {
        assertThat(FILES.all())
                .filteredOn(DemoFile::firstOpinion)
                .extracting(DemoFile::fileName)
                .containsExactly("discharge-summary.pdf");
    }

    @Test
    void the_photograph_decodes_and_says_nothing_of_its_camera() throws IOException {
        var photo = FILES.photographedMedicationList(1).bytes();
        var image = ImageIO.read(new ByteArrayInputStream(photo));
        assertThat(image.getWidth()).isLessThan(image.getHeight());
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void the_urdu_page_is_a_picture_with_writing_on_it() throws IOException {
        var note = FILES.urduNote();
        assertThat(textOf(note)).isBlank();
        try (var document = Loader.loadPDF(note.bytes())) {
            var page = new PDFRenderer(document).renderImage(0);
            var pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var ink = Arrays.stream(pixels).filter(rgb -> (rgb & 0xff) < 128).count();
            assertThat(ink / (double) pixels.length).isBetween(0.01, 0.2);
        }
    }

    @Test
    void a_slice_is_a_ct_of_64_by_64_pixels_in_one_series() {
        var first = elements(FILES.ctSlice(1).bytes());
        var second = elements(FILES.ctSlice(2).bytes());
        assertThat(text(first, 0x0002_0010)).isEqualTo("1.2.840.10008.1.2.1");
        assertThat(text(first, 0x0008_0060)).isEqualTo("CT");
        assertThat(number(first, 0x0028_0010)).isEqualTo(64);
        assertThat(first.get(0x7FE0_0010)).hasSize(64 * 64 * 2);
        assertThat(text(second, 0x0020_000E)).isEqualTo(text(first, 0x0020_000E));
        assertThat(text(second, 0x0008_0018)).isNotEqualTo(text(first, 0x0008_0018));
        assertThat(text(first, 0x0002_0003)).isEqualTo(text(first, 0x0008_0018));
    }

    @Test
    void a_slice_keeps_its_tags_in_order_and_its_lengths_even() {
        var elements = elements(FILES.ctSlice(1).bytes());
        assertThat(List.copyOf(elements.keySet())).isSorted();
        assertThat(elements.values()).allMatch(value -> value.length % 2 == 0);
    }

    @Test
    void the_file_meta_group_is_as_long_as_it_says() {
        var bytes = ByteBuffer.wrap(FILES.ctSlice(1).bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int afterLength = 132 + 12;
        int length = bytes.getInt(afterLength - 4);
        assertThat(bytes.getShort(afterLength + length)).isEqualTo((short) 0x0008);
    }

    private static String textOf(DemoFile pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    /** Reads the elements to the end of the file; a wrong length anywhere does not get there. */
    private static Map<Integer, byte[]> elements(byte[] file) {
        var elements = new LinkedHashMap<Integer, byte[]>();
        var rest = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(132);
        while (rest.hasRemaining()) {
            int tag = (rest.getShort() << 16) | Short.toUnsignedInt(rest.getShort());
            var vr = (char) rest.get() + "" + (char) rest.get();
            boolean isLong = vr.equals("OB") || vr.equals("OW");
            int length = isLong ? rest.position(rest.position() + 2).getInt() : rest.getShort();
            var value = new byte[length];
            rest.get(value);
            elements.put(tag, value);
        }
        return elements;
    }

    private static String text(Map<Integer, byte[]> elements, int tag) {
        return new String(elements.get(tag), StandardCharsets.US_ASCII).trim();
    }

    private static int number(Map<Integer, byte[]> elements, int tag) {
        return ByteBuffer.wrap(elements.get(tag)).order(ByteOrder.LITTLE_ENDIAN).getShort();
    }
}
