package org.consilium.documents.upload;

import java.util.regex.Pattern;
import org.consilium.kit.web.Problem;

/** The shape of tus headers. */
public final class Header {

    private static final String OFFSET_STREAM = "application/offset+octet-stream";

    /** Digits and no sign, as the protocol has it; so many fit into a long. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private Header() {}

    public static long count(String name, String value, long min) {
        if (value != null && DIGITS.matcher(value).matches() && Long.parseLong(value) >= min) {
            return Long.parseLong(value);
        }
        throw Problem.malformed(name, "min", "a whole number of bytes, at least " + min);
    }

    /** 0 when the request does not say. */
    static long announced(String contentLength) {
        return contentLength == null ? 0 : count("Content-Length", contentLength, 0);
    }

    static void requireOffsetStream(String contentType) {
        if (contentType == null || !contentType.split(";")[0].strip().equals(OFFSET_STREAM)) {
            throw new Problem(
                    415, "unsupported-media-type", "Content-Type has to be " + OFFSET_STREAM + ".");
        }
    }
}
