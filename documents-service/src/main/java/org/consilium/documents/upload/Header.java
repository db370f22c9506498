package org.consilium.documents.upload;

import org.consilium.kit.web.Problem;

/** The shape of tus headers. */
final class Header {

    private static final String OFFSET_STREAM = "application/offset+octet-stream";

    private Header() {}

    static long count(String name, String value, long min) {
        try {
            long count = Long.parseLong(value);
            if (count >= min) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number that is too small.
        }
        throw Problem.malformed(name, "min", "a whole number of bytes, at least " + min);
    }

    static void requireOffsetStream(String contentType) {
        if (contentType == null || !contentType.split(";")[0].strip().equals(OFFSET_STREAM)) {
            throw new Problem(
                    415, "unsupported-media-type", "Content-Type has to be " + OFFSET_STREAM + ".");
        }
    }
}
