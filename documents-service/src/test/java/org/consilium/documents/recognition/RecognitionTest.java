package org.consilium.documents.recognition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.Arrays;
import org.consilium.documents.document.RejectionReason;
import org.consilium.documents.recognition.Recognition.Recognised;
import org.consilium.documents.recognition.Recognition.Unfit;
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
        void when_its_text_is_not_utf8() {
            assertUnfit(SampleFiles.bytes('H', 'b', 0xE9, ' ', '9'), "a.txt", TYPE_NOT_ALLOWED);
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

        private byte[] joined(byte[] first, String second) {
            return joined(first, second.getBytes(ISO_8859_1));
        }

        private byte[] joined(byte[] first, byte[] second) {
            return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
        }

        @Test
        void when_a_slice_is_a_program_too() {
            var program = SampleFiles.dicom((byte) 'M', (byte) 'Z', (byte) 0x90);
            assertUnfit(program, "a.dcm", UNSAFE_PREAMBLE);
            assertUnfit(SampleFiles.dicom((byte) '#', (byte) '!'), "a.dcm", UNSAFE_PREAMBLE);
        }
    }

    private static void assertRecognised(byte[] file, String name, FileType type) {
        assertThat(Recognition.recognise(extractOf(file, 8192), name))
                .isEqualTo(new Recognised(type));
    }

    private static void assertUnfit(byte[] file, String name, RejectionReason reason) {
        assertThat(Recognition.recognise(extractOf(file, 8192), name)).isEqualTo(new Unfit(reason));
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
