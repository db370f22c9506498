package org.consilium.documents.reading;

import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} of a download, its name in any script (RFC 6266, RFC 8187). */
final class Disposition {

    private static final String UNESCAPED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private Disposition() {}

    static String attachment(String fileName) {
        var ascii = fileName.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + escaped(fileName);
    }

    private static String escaped(String name) {
        var escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNESCAPED.indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append("%02X".formatted(b & 0xFF));
            }
        }
        return escaped.toString();
    }
}
