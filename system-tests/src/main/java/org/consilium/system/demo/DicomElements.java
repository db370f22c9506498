package org.consilium.system.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Data elements in explicit VR, little endian (DICOM PS3.5 chapter 7). Written in the order of
 * their tags, as the standard wants them; values are padded to even length.
 */
final class DicomElements {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * Adds a text element.
     *
     * @param tag group and element, such as {@code 0x0008_0060}
     * @param vr a representation with a two-byte length: any but OB, OW and their like
     */
    DicomElements text(int tag, String vr, String value) {
        var padding = vr.equals("UI") ? "\0" : " ";
        var even = value.length() % 2 == 0 ? value : value + padding;
        return element(tag, vr, even.getBytes(StandardCharsets.US_ASCII));
    }

    DicomElements number(int tag, int value) {
        return element(tag, "US", littleEndian(value, 2));
    }

    DicomElements length(int tag, int value) {
        return element(tag, "UL", littleEndian(value, 4));
    }

    /** A representation with a four-byte length: OB or OW. */
    DicomElements binary(int tag, String vr, byte[] value) {
        tag(tag, vr);
        bytes.writeBytes(new byte[2]);
        bytes.writeBytes(littleEndian(value.length, 4));
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private DicomElements element(int tag, String vr, byte[] value) {
        tag(tag, vr);
        bytes.writeBytes(littleEndian(value.length, 2));
        bytes.writeBytes(value);
        return this;
    }

    private void tag(int tag, String vr) {
        bytes.writeBytes(littleEndian(tag >>> 16, 2));
        bytes.writeBytes(littleEndian(tag, 2));
        bytes.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] littleEndian(int value, int size) {
        var lowestFirst = new byte[size];
        for (int i = 0; i < size; i++) {
            lowestFirst[i] = (byte) (value >>> (8 * i));
        }
        return lowestFirst;
    }
}
