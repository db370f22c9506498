package org.consilium.system.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A slice of a phantom's CT as a DICOM Part 10 file: an ellipse of soft tissue with two kidneys, a
 * spine and a small dense nodule. It holds what the CT Image IOD requires, and nothing else.
 */
final class CtSlice {

    private static final int SIDE = 64;
    private static final double SPACING_MM = 5.0;
    private static final double THICKNESS_MM = 5.0;
    private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    /** Below the 2.25 root anybody may make UIDs from a UUID; this is the study's. */
    private static final String STUDY = "2.25.2178043361250934551268774390126";

    private CtSlice() {}

    static byte[] number(int slice, LocalDate taken) {
        var file = new ByteArrayOutputStream();
        // The preamble stays empty: what stands there could make the file a program
        // (CVE-2019-11687).
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        var meta = meta(slice).toBytes();
        file.writeBytes(new DicomElements().length(0x0002_0000, meta.length).toBytes());
        file.writeBytes(meta);
        file.writeBytes(patientAndStudy(slice, taken).toBytes());
        file.writeBytes(image(slice).toBytes());
        return file.toByteArray();
    }

    private static DicomElements meta(int slice) {
        return new DicomElements()
                .binary(0x0002_0001, "OB", new byte[] {0, 1})
                .text(0x0002_0002, "UI", CT_IMAGE_STORAGE)
                .text(0x0002_0003, "UI", instance(slice))
                .text(0x0002_0010, "UI", EXPLICIT_LITTLE_ENDIAN)
                .text(0x0002_0012, "UI", STUDY + ".9");
    }

    private static DicomElements patientAndStudy(int slice, LocalDate taken) {
        return new DicomElements()
                .text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .text(0x0008_0016, "UI", CT_IMAGE_STORAGE)
                .text(0x0008_0018, "UI", instance(slice))
                .text(0x0008_0020, "DA", taken.format(DateTimeFormatter.BASIC_ISO_DATE))
                .text(0x0008_0030, "TM", "101500")
                .text(0x0008_0050, "SH", "DEMO-CT-118")
                .text(0x0008_0060, "CS", "CT")
                .text(0x0008_0070, "LO", "Consilium phantom")
                .text(0x0008_0090, "PN", "")
                .text(0x0010_0010, "PN", "Demonstration^Yusuf")
                .text(0x0010_0020, "LO", "DEMO-0001")
                .text(0x0010_0030, "DA", "")
                .text(0x0010_0040, "CS", "M")
                .text(0x0018_0050, "DS", "5")
                .text(0x0018_0060, "DS", "120")
                .text(0x0018_5100, "CS", "HFS")
                .text(0x0020_000D, "UI", STUDY)
                .text(0x0020_000E, "UI", STUDY + ".1")
                .text(0x0020_0010, "SH", "118")
                .text(0x0020_0011, "IS", "1")
                .text(0x0020_0012, "IS", "1")
                .text(0x0020_0013, "IS", Integer.toString(slice))
                .text(0x0020_0032, "DS", "-160\\-160\\" + (slice - 1) * (int) THICKNESS_MM)
                .text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")
                .text(0x0020_0052, "UI", STUDY + ".2")
                .text(0x0020_1040, "LO", "");
    }

    private static DicomElements image(int slice) {
        return new DicomElements()
                .number(0x0028_0002, 1)
                .text(0x0028_0004, "CS", "MONOCHROME2")
                .number(0x0028_0010, SIDE)
                .number(0x0028_0011, SIDE)
                .text(0x0028_0030, "DS", SPACING_MM + "\\" + SPACING_MM)
                .number(0x0028_0100, 16)
                .number(0x0028_0101, 16)
                .number(0x0028_0102, 15)
                .number(0x0028_0103, 1)
                .text(0x0028_1050, "DS", "40")
                .text(0x0028_1051, "DS", "400")
                .text(0x0028_1052, "DS", "0")
                .text(0x0028_1053, "DS", "1")
                .binary(0x7FE0_0010, "OW", pixels(slice));
    }

    private static String instance(int slice) {
        return STUDY + ".1." + slice;
    }

    /** Hounsfield units, row by row. */
    private static byte[] pixels(int slice) {
        var pixels = ByteBuffer.allocate(SIDE * SIDE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                pixels.putShort((short) density(x - SIDE / 2.0, y - SIDE / 2.0, slice));
            }
        }
        return pixels.array();
    }

    private static int density(double x, double y, int slice) {
        if (within(x, y + 4, 3.0 + 0.3 * slice, 3.0)) {
            return 120;
        }
        if (within(x, y - 14, 4, 4)) {
            return 700;
        }
        if (within(Math.abs(x) - 14, y - 8, 5, 7)) {
            return 60;
        }
        if (within(x, y, 27, 20)) {
            return 40;
        }
        return -1000;
    }

    private static boolean within(double x, double y, double radiusX, double radiusY) {
        return x * x / (radiusX * radiusX) + y * y / (radiusY * radiusY) <= 1;
    }
}
