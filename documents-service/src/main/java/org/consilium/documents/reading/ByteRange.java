package org.consilium.documents.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bytes somebody asks for, both ends included.
 *
 * @param partial whether that is less than was there to ask for, in which case the answer is a 206
 */
record ByteRange(long first, long last, boolean partial) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private static final int MOST_DIGITS = 18;

    /**
     * Reads a {@code Range} header (RFC 9110). What is not one range of bytes is passed over, as
     * the RFC allows.
     *
     * @return empty when the range lies outside the file, which is a 416
     */
    static Optional<ByteRange> read(String header, long bytes) {
        var range = header == null ? null : ONE_RANGE.matcher(header.replace(" ", ""));
        if (range == null || !range.matches() || range.group().equals("bytes=-")) {
            return Optional.of(new ByteRange(0, bytes - 1, false));
        }
        return range.group(1).isEmpty()
                ? suffix(count(range.group(2)), bytes)
                : fromTo(count(range.group(1)), range.group(2), bytes);
    }

    /** Beyond what a long holds lies beyond the end of any file. */
    private static long count(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static Optional<ByteRange> suffix(long count, long bytes) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new ByteRange(Math.max(0, bytes - count), bytes - 1, true));
    }

    private static Optional<ByteRange> fromTo(long first, String to, long bytes) {
        long last = to.isEmpty() ? bytes - 1 : Math.min(count(to), bytes - 1);
        if (!to.isEmpty() && count(to) < first) {
            return Optional.of(new ByteRange(0, bytes - 1, false));
        }
        return first >= bytes ? Optional.empty() : Optional.of(new ByteRange(first, last, true));
    }

    long length() {
        return last - first + 1;
    }
}
