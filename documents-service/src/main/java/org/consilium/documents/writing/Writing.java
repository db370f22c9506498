package org.consilium.documents.writing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells, while a file streams by, whether all of it is text, and in which encoding: UTF-16 where a
 * mark at its begin says so, else UTF-8, else what Windows wrote for western languages. Strictly:
 * no byte that the encoding does not know, and no control character but line breaks and tabs.
 */
public final class Writing {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MARK = 2;

    private final List<Attempt> attempts = new ArrayList<>();
    private byte[] begin = new byte[0];

    /** As a parameter of a content type: only of what is not UTF-8. */
    public static String contentType(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? "text/plain"
                : "text/plain;charset=" + charset.name().toLowerCase(Locale.ROOT);
    }

    public void take(byte[] chunk, int count) {
        if (!attempts.isEmpty()) {
            attempts.forEach(attempt -> attempt.take(chunk, count));
            return;
        }
        begin = joined(begin, chunk, count);
        if (begin.length >= MARK) {
            start();
        }
    }

    /** Empty for what is no text. */
    public Optional<Charset> charset() {
        if (attempts.isEmpty()) {
            start();
        }
        return attempts.stream().filter(Attempt::holds).map(Attempt::charset).findFirst();
    }

    private void start() {
        possible().forEach(charset -> attempts.add(new Attempt(charset)));
        attempts.forEach(attempt -> attempt.take(begin, begin.length));
    }

    private List<Charset> possible() {
        if (begin.length >= MARK && (begin[0] & 0xFF) == 0xFF && (begin[1] & 0xFF) == 0xFE) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (begin.length >= MARK && (begin[0] & 0xFF) == 0xFE && (begin[1] & 0xFF) == 0xFF) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        return List.of(StandardCharsets.UTF_8, WINDOWS);
    }

    private static byte[] joined(byte[] first, byte[] second, int count) {
        return ByteBuffer.allocate(first.length + count).put(first).put(second, 0, count).array();
    }

    /** To read it in one encoding, until that fails. */
    private static final class Attempt {

        private static final String LAYOUT = "\n\r\t\f";

        private final CharsetDecoder decoder;
        private final CharBuffer characters = CharBuffer.allocate(8192);
        private boolean reads = true;

        /** A character's bytes that the last chunk cut in two. */
        private byte[] cut = new byte[0];

        Attempt(Charset charset) {
            this.decoder =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        Charset charset() {
            return decoder.charset();
        }

        boolean holds() {
            return reads && cut.length == 0;
        }

        void take(byte[] chunk, int count) {
            reads = reads && decodes(ByteBuffer.wrap(joined(cut, chunk, count)));
        }

        private boolean decodes(ByteBuffer bytes) {
            while (true) {
                characters.clear();
                var result = decoder.decode(bytes, characters, false);
                if (result.isError() || !isPlain(characters.flip())) {
                    return false;
                }
                if (result.isUnderflow()) {
                    cut = new byte[bytes.remaining()];
                    bytes.get(cut);
                    return true;
                }
            }
        }

        private static boolean isPlain(CharBuffer text) {
            return text.chars().noneMatch(c -> Character.isISOControl(c) && LAYOUT.indexOf(c) < 0);
        }
    }
}
