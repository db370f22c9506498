package org.consilium.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README's recipe, followed by somebody who has the lines and no database. */
final class Recomputed {

    private Recomputed() {}

    static String hash(UUID caseId, String line) throws GeneralSecurityException {
        var hashed =
                field(line, "record").equals("event")
                        ? Stream.of("seq", "event_id", "type", "actor", "at_micros")
                        : Stream.of("seq", "person", "standing", "operation", "at_micros");
        var lines = new StringBuilder(caseId.toString());
        hashed.forEach(name -> lines.append('\n').append(field(line, name)));
        if (field(line, "record").equals("event")) {
            var data = Base64.getDecoder().decode(field(line, "data_base64"));
            lines.append('\n').append(new String(data, UTF_8));
        }
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(field(line, "prev_hash")));
        return HexFormat.of().formatHex(sha256.digest(lines.toString().getBytes(UTF_8)));
    }

    static String field(String line, String name) {
        var found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(line);
        if (!found.find()) {
            throw new AssertionError(name + " is missing in " + line);
        }
        return found.group(1);
    }
}
