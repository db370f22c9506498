package org.consilium.documents.recognition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.document.RejectionReason.ACTIVE_CONTENT;
import static org.consilium.documents.document.RejectionReason.BROKEN;
import static org.consilium.documents.document.RejectionReason.EMPTY;
import static org.consilium.documents.document.RejectionReason.NAME_AND_CONTENT_DISAGREE;
import static org.consilium.documents.document.RejectionReason.TOO_MANY_PIXELS;
import static org.consilium.documents.document.RejectionReason.TYPE_NOT_ALLOWED;
import static org.consilium.documents.document.RejectionReason.UNSAFE_PREAMBLE;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.consilium.documents.document.RejectionReason;
import org.consilium.documents.recognition.Recognition.Recognised;
import org.consilium.documents.recognition.Recognition.Unfit;
import org.consilium.documents.writing.Writing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    @Nested
    class A_good_file {

        @Test
        void is_recognised_by_its_content() {
            assertRecognised(SampleFiles.pdf(), "report.pdf", FileType.PDF);
            assertRecognised(SampleFiles.jpeg(), "page 1.JPEG", FileType.JPEG);
            assertRecognised(SampleFiles.png(), "scan.png", FileType.PNG);
            assertRecognised(SampleFiles.heic(), "IMG_0001.HEIC", FileType.HEIC);
            assertRecognised(SampleFiles.dicom(), "slice.dcm", FileType.DICOM);
            assertRecognised("Hb 9.1 g/dL\n".getBytes(UTF_8), "note.txt", FileType.TEXT);
        }

        @Test
        void may_be_a_slice_from_a_disc_without_extension() {
            assertRecognised(SampleFiles.dicom(), "IM000001", FileType.DICOM);
        }

        @Test
        void may_be_a_slice_that_is_a_tiff_picture_too() {
            assertRecognised(
                    SampleFiles.dicom((byte) 'I', (byte) 'I', (byte) 42), "a.dcm", FileType.DICOM);
        }

        @Test
        void may_be_text_in_urdu_and_chinese_cut_anywhere() {
            var text = "خون کا ٹیسٹ · 血液检查\n".repeat(50).getBytes(UTF_8);
            for (int chunk = 1; chunk < 9; chunk++) {
                assertThat(extractOf(text, chunk).isText()).isTrue();
            }
        }

        /** Ultra HDR and multi-picture files, motion photos, Samsung's notes, padding. */
        @Test
        void may_have_behind_its_picture_what_cameras_write_there() {
            var film = joined(SampleFiles.bytes(0, 0, 0, 20), "ftypmp42\0\0\0\0mp42");
            var notes = "\0\0\u0001\nImage_UTC_Data1700000000000SEFHk\0\0\0\1\0\0\0SEFT";
            for (var trailer :
                    List.of(
                            SampleFiles.jpeg(),
                            joined(film, noise(400_000)),
                            notes.getBytes(ISO_8859_1),
                            new byte[100_000])) {
                assertRecognised(joined(SampleFiles.jpeg(), trailer), "a.jpg", FileType.JPEG);
                assertRecognised(joined(SampleFiles.png(), trailer), "a.png", FileType.PNG);
            }
        }

        @Test
        void may_have_a_thumbnail_and_several_scans() {
            var picture = SampleFiles.jpeg();
            var thumbnail = joined(SampleFiles.bytes(0xFF, 0xE1, 0, 20), SampleFiles.jpeg());
            var begun = joined(Arrays.copyOf(picture, 8), thumbnail);
            var scans =
                    SampleFiles.bytes(
                            0xFF, 0xDA, 0, 4, 1, 2, 7, 0xFF, 0, 0xFF, 0xD3, 7, 0xFF, 0xC4, 0, 3, 9);
            var rest = Arrays.copyOfRange(picture, 8, picture.length);
            for (int chunk = 1; chunk < 9; chunk++) {
                var file = extractOf(joined(joined(begun, scans), rest), chunk);
                assertThat(Recognition.recognise(file, "a.jpg"))
                        .isEqualTo(new Recognised(FileType.JPEG, "image/jpeg"));
            }
        }

        @Test
        void may_be_text_that_an_older_program_wrote() {
            var note = "Größe 9,1 g/dl – Übelkeit, 37 °C\r\n";
            var windows = Charset.forName("windows-1252");
            for (var charset : List.of(UTF_8, windows, UTF_16LE, UTF_16BE)) {
                var mark = charset.name().startsWith("UTF-16") ? "\uFEFF" : "";
                var file = (mark + note.repeat(400)).getBytes(charset);
                for (int chunk : new int[] {1, 3, 8192}) {
                    assertThat(Recognition.recognise(extractOf(file, chunk), "a.txt"))
                            .isEqualTo(new Recognised(FileType.TEXT, Writing.contentType(charset)));
                }
            }
            assertRecognised(note.getBytes(ISO_8859_1), "a.txt", FileType.TEXT);
        }

        @Test
        void may_be_text_that_begins_as_a_mail_does() {
            var mail = "From: Dr Ahmed <a@b.example>\nSent: Monday\nTo: Amina\nSubject: CT\n\nDear";
            assertRecognised(mail.getBytes(UTF_8), "a.txt", FileType.TEXT);
            assertRecognised("Subject: blood\n\nHb 9".getBytes(UTF_8), "a.txt", FileType.TEXT);
            assertRecognised("Date: 3 May 2026\nHb 9".getBytes(UTF_8), "a.txt", FileType.TEXT);
            assertRecognised("Received: 3 May\nHb 9".getBytes(UTF_8), "a.txt", FileType.TEXT);
        }

        @Test
        void may_be_larger_than_what_is_kept_of_it() {
            assertRecognised(SampleFiles.pdfOf(3_000_000), "large.pdf", FileType.PDF);
        }
    }

    @Nested
    class A_file_is_refused {

        @Test
        void when_its_name_says_another_type() {
            assertUnfit(SampleFiles.pdf(), "report.jpg", NAME_AND_CONTENT_DISAGREE);
            assertUnfit(SampleFiles.png(), "report", NAME_AND_CONTENT_DISAGREE);
            assertUnfit(SampleFiles.jpeg(), "page.pdf.exe", NAME_AND_CONTENT_DISAGREE);
        }

        @Test
        void when_its_type_is_none_of_ours() {
            assertUnfit(
                    SampleFiles.bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0), "a.pdf", TYPE_NOT_ALLOWED);
            assertUnfit(SampleFiles.bytes('P', 'K', 3, 4, 20, 0, 0, 0), "a.pdf", TYPE_NOT_ALLOWED);
            assertUnfit("GIF89a\1\0\1\0".getBytes(UTF_8), "a.png", TYPE_NOT_ALLOWED);
            assertUnfit(new byte[] {1}, "a.txt", TYPE_NOT_ALLOWED);
        }

        @Test
        void when_its_text_is_a_page_or_a_program() {
            assertUnfit("<html><script>x</script>".getBytes(UTF_8), "a.txt", TYPE_NOT_ALLOWED);
            assertUnfit("#!/bin/sh\nrm x\n".getBytes(UTF_8), "a.txt", TYPE_NOT_ALLOWED);
        }

        @Test
        void when_its_text_has_characters_that_no_text_has() {
            assertUnfit(SampleFiles.bytes('H', 'b', 0xE9, 0x81), "a.txt", TYPE_NOT_ALLOWED);
            assertUnfit(SampleFiles.bytes('H', 'b', 0xE9, 0), "a.txt", TYPE_NOT_ALLOWED);
            assertUnfit(SampleFiles.bytes(0xFF, 0xFE, 'H', 0, 1, 0), "a.txt", TYPE_NOT_ALLOWED);
            assertUnfit(SampleFiles.bytes(0xFF, 0xFE, 'H', 0, 'b'), "a.txt", TYPE_NOT_ALLOWED);
        }

        @Test
        void when_its_text_is_a_page_in_any_encoding() {
            var page = "<html><body onload=x>é</body></html>";
            for (var charset : List.of(UTF_16LE, UTF_16BE)) {
                assertUnfit(("\uFEFF" + page).getBytes(charset), "a.txt", TYPE_NOT_ALLOWED);
            }
            assertUnfit(page.getBytes(ISO_8859_1), "a.txt", TYPE_NOT_ALLOWED);
            assertUnfit("<svg onload=x>é</svg>".getBytes(ISO_8859_1), "a.txt", TYPE_NOT_ALLOWED);
            assertUnfit("\n <svg onload=x></svg>".getBytes(UTF_8), "a.txt", TYPE_NOT_ALLOWED);
            assertRecognised("<5 mg/l CRP".getBytes(UTF_8), "a.txt", FileType.TEXT);
            assertUnfit("<?xml version='1.0'?><a>é</a>".getBytes(UTF_8), "a.txt", TYPE_NOT_ALLOWED);
        }

        @Test
        void when_its_text_is_a_mail_as_it_travels() {
            var head = "From: a@b.example\nTo: c@d.example\nSubject: report\n";
            assertUnfit((head + "\n<html>x").getBytes(UTF_8), "a.txt", ACTIVE_CONTENT);
            var enclosure = head + "Content-Transfer-Encoding: base64\n\nTVqQAAMAAAA=";
            assertUnfit(enclosure.getBytes(UTF_8), "a.txt", ACTIVE_CONTENT);
        }

        @Test
        void when_its_end_is_missing() {
            assertUnfit(shortened(SampleFiles.pdf(), 12), "a.pdf", BROKEN);
            assertUnfit(shortened(SampleFiles.jpeg(), 1), "a.jpg", BROKEN);
            assertUnfit(shortened(SampleFiles.png(), 4), "a.png", BROKEN);
            assertUnfit(shortened(SampleFiles.heic(), 4), "a.heic", BROKEN);
            assertUnfit(shortened(SampleFiles.dicom(), 12), "a.dcm", BROKEN);
        }

        @Test
        void when_a_pdf_would_act_or_carries_a_file() {
            for (var name :
                    new String[] {
                        "/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
                        "/OpenAction<</S /J#61vaScript>>",
                        "/OpenAction<</S/#4Caunch/Win<</F(cmd.exe)>>>>",
                        "/Names<</EmbeddedFiles<</Names[(x)4 0 R]>>>>"
                    }) {
                assertUnfit(SampleFiles.pdf(name), "a.pdf", ACTIVE_CONTENT);
                for (int chunk = 1; chunk < 40; chunk += 7) {
                    assertThat(extractOf(SampleFiles.pdf(name), chunk).smuggled().pdfAction())
                            .as(name + " in chunks of " + chunk)
                            .isTrue();
                }
            }
            assertRecognised(
                    SampleFiles.pdf("/OpenAction[3 0 R/Fit] costs $5 #1"), "a.pdf", FileType.PDF);
        }

        @Test
        void when_a_picture_is_a_page_or_an_archive_too() {
            var picture = SampleFiles.jpeg();
            assertUnfit(joined(picture, "<SCRIPT>x"), "a.jpg", ACTIVE_CONTENT);
            var comment =
                    joined(Arrays.copyOf(picture, 2), "\u00ff\u00fe\0\27<?php system(x); ?>  ");
            assertUnfit(
                    joined(comment, Arrays.copyOfRange(picture, 2, picture.length)),
                    "a.jpg",
                    ACTIVE_CONTENT);
            var archive = "PK\3\4PK\5\6" + "\0".repeat(16) + "\2\0hi";
            assertUnfit(joined(picture, archive), "a.jpg", ACTIVE_CONTENT);
            assertUnfit(joined(SampleFiles.pdf(), archive), "a.pdf", ACTIVE_CONTENT);
        }

        @Test
        void when_something_else_stands_far_behind_its_end() {
            for (var other : OTHERS) {
                for (int chunk : new int[] {7, 8192}) {
                    var hidden = joined(other.getBytes(ISO_8859_1), noise(200_000));
                    assertActive(joined(SampleFiles.jpeg(), hidden), "a.jpg", chunk, other);
                    assertActive(joined(SampleFiles.png(), hidden), "a.png", chunk, other);
                }
            }
        }

        @Test
        void when_something_else_stands_in_the_middle_or_before_another_end() {
            for (var other : LONG_MARKS) {
                var hidden = joined(joined(noise(100_000), other), noise(100_000));
                for (var file : List.of(SampleFiles.jpeg(), SampleFiles.pdf())) {
                    var name = file[0] == '%' ? "a.pdf" : "a.jpg";
                    assertActive(joined(joined(file, hidden), file), name, 8192, other);
                }
                var box = ByteBuffer.allocate(8).putInt(8 + hidden.length).put(ascii("mdat"));
                var photograph = joined(SampleFiles.heic(), joined(box.array(), hidden));
                assertActive(photograph, "a.heic", 8192, other);
                assertActive(joined(SampleFiles.dicom(), hidden), "a.dcm", 8192, other);
            }
        }

        @Test
        void when_a_pdf_has_something_else_behind_its_end() {
            for (var other : OTHERS) {
                assertActive(joined(SampleFiles.pdf(), other), "a.pdf", 8192, other);
            }
            assertRecognised(joined(SampleFiles.pdf(), "\r\n\0\0"), "a.pdf", FileType.PDF);
        }

        @Test
        void when_a_picture_is_a_pdf_too() {
            var picture = SampleFiles.jpeg();
            var comment = joined(Arrays.copyOf(picture, 2), "\u00ff\u00fe\0\14%PDF-1.7\n ");
            var file = joined(comment, Arrays.copyOfRange(picture, 2, picture.length));
            assertActive(file, "a.jpg", 8192, "a comment");
        }

        private static final List<String> LONG_MARKS =
                List.of(
                        "PK\3\4\24\0\0\0\b\0".concat("\0".repeat(16)).concat("\5\0\0\0a.exe"),
                        "7z\u00bc\u00af'\u001c\0\4",
                        "Rar!\u001a\7\0",
                        "MZ\u0090\0\3\0\0\0",
                        "\u007fELF\2\1\1\0",
                        "\u00cf\u00fa\u00ed\u00fe\7\0\0\1",
                        "#!/bin/sh\n");

        private static final List<String> OTHERS =
                Stream.concat(
                                LONG_MARKS.stream(),
                                Stream.of(
                                        "\0\0MZ program",
                                        "#!python",
                                        "\n<HTML><body>",
                                        "<!DOCTYPE html>",
                                        "<svg onload=x>",
                                        "%PDF-1.4"))
                        .toList();

        private void assertActive(byte[] file, String name, int chunk, String what) {
            assertThat(Recognition.recognise(extractOf(file, chunk), name))
                    .as("%s with %s", name, what)
                    .isEqualTo(new Unfit(ACTIVE_CONTENT));
        }

        private byte[] ascii(String text) {
            return text.getBytes(ISO_8859_1);
        }

        @Test
        void when_it_unfolds_into_a_flood_of_pixels() {
            assertUnfit(png(60_000, 60_000), "a.png", TOO_MANY_PIXELS);
            assertUnfit(png(Integer.MAX_VALUE, Integer.MAX_VALUE), "a.png", TOO_MANY_PIXELS);
            assertRecognised(png(16_320, 12_240), "a.png", FileType.PNG);
            var frame = SampleFiles.bytes(0xFF, 0xC2, 0, 8, 8, 0xEA, 0x60, 0xEA, 0x60, 1);
            var picture = SampleFiles.jpeg();
            assertUnfit(
                    joined(
                            joined(Arrays.copyOf(picture, 8), frame),
                            Arrays.copyOfRange(picture, 8, picture.length)),
                    "a.jpg",
                    TOO_MANY_PIXELS);
            var extents = SampleFiles.bytes(0, 0, 0, 20, 'i', 's', 'p', 'e', 0, 0, 0, 0);
            var size = SampleFiles.bytes(0, 1, 0, 0, 0, 1, 0, 0);
            assertUnfit(
                    joined(SampleFiles.heic(), joined(extents, size)), "a.heic", TOO_MANY_PIXELS);
        }

        @Test
        void when_its_text_says_nothing() {
            assertUnfit(" \n\t ".getBytes(UTF_8), "a.txt", EMPTY);
        }

        private byte[] png(int width, int height) {
            var file = SampleFiles.png();
            ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
            return file;
        }

        @Test
        void when_a_slice_is_a_program_too() {
            var program = SampleFiles.dicom((byte) 'M', (byte) 'Z', (byte) 0x90);
            assertUnfit(program, "a.dcm", UNSAFE_PREAMBLE);
            assertUnfit(SampleFiles.dicom((byte) '#', (byte) '!'), "a.dcm", UNSAFE_PREAMBLE);
            assertUnfit(preamble("\u007fELF\2\1\1"), "a.dcm", UNSAFE_PREAMBLE);
        }

        @Test
        void when_a_slice_is_a_tiff_picture_and_a_third_thing() {
            assertUnfit(preamble("II*\0\b\0\0\0MZ\u0090"), "a.dcm", UNSAFE_PREAMBLE);
            assertUnfit(preamble("MM\0*\0\0\0\b#!/bin/sh"), "a.dcm", UNSAFE_PREAMBLE);
            assertRecognised(preamble("MM\0*\0\0\0\b\0\n<"), "a.dcm", FileType.DICOM);
        }

        private byte[] preamble(String text) {
            return SampleFiles.dicom(text.getBytes(ISO_8859_1));
        }
    }

    private static void assertRecognised(byte[] file, String name, FileType type) {
        assertThat(Recognition.recognise(extractOf(file, 8192), name))
                .isInstanceOfSatisfying(
                        Recognised.class, found -> assertThat(found.type()).isEqualTo(type));
    }

    private static void assertUnfit(byte[] file, String name, RejectionReason reason) {
        assertThat(Recognition.recognise(extractOf(file, 8192), name)).isEqualTo(new Unfit(reason));
    }

    private static byte[] joined(byte[] first, String second) {
        return joined(first, second.getBytes(ISO_8859_1));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] noise(int bytes) {
        var noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    private static byte[] shortened(byte[] file, int by) {
        return Arrays.copyOf(file, file.length - by);
    }

    private static Extract extractOf(byte[] file, int chunk) {
        var reader = new ExtractReader();
        for (int at = 0; at < file.length; at += chunk) {
            var part = Arrays.copyOfRange(file, at, Math.min(at + chunk, file.length));
            reader.take(part, part.length);
        }
        return reader.extract();
    }
}
