package org.consilium.documents.reading;

import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a reading: status, headers, bytes.
 *
 * <p>It is somebody's file: to be saved, not to be run or shown as part of any page, nor to be kept
 * on the way.
 *
 * @param range null when the reader has it already
 * @param bytes null when there are none to send
 */
record Download(ForReading file, ByteRange range, InputStream bytes) {

    /**
     * The framework streams in chunks and says so, beside the length that we say; an answer with
     * both is one that two readers read differently (RFC 9112, 6.3). To be asked before the answer
     * begins.
     */
    static void announceLengthOnly(RoutingContext request) {
        var headers = request.response().headers();
        request.addHeadersEndHandler(
                written -> {
                    if (headers.contains("Content-Length")) {
                        headers.remove("Transfer-Encoding");
                    }
                });
    }

    int status() {
        if (range == null) {
            return 304;
        }
        return range.partial() ? 206 : 200;
    }

    Multi<byte[]> chunks() {
        return bytes == null ? Multi.createFrom().empty() : Readings.chunks(bytes);
    }

    Map<String, List<String>> headers() {
        var headers = new HashMap<String, List<String>>();
        headers.put("Cache-Control", List.of("no-store"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Content-Security-Policy", List.of("sandbox"));
        headers.put("Accept-Ranges", List.of("bytes"));
        headers.put("ETag", List.of(etag(file)));
        if (range == null) {
            return headers;
        }
        headers.put("Content-Type", List.of(file.contentType()));
        headers.put("Content-Length", List.of(Long.toString(range.length())));
        headers.put("Content-Disposition", List.of(Disposition.attachment(file.name())));
        if (range.partial()) {
            headers.put("Content-Range", List.of(contentRange()));
        }
        return headers;
    }

    /** Whether an {@code If-None-Match} names what is here (RFC 9110, 13.1.2). */
    static boolean isKnown(String ifNoneMatch, ForReading file) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag(file)));
    }

    static String etag(ForReading file) {
        return '"' + file.sha256() + '"';
    }

    private String contentRange() {
        return "bytes " + range.first() + "-" + range.last() + "/" + length();
    }

    private long length() {
        return file.bytes();
    }
}
