package org.consilium.documents.recognition;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes the {@link Extract} of a file from its chunks, in their order. */
public final class ExtractReader {

    private static final String LAYOUT = "\n\r\t\f";

    private final byte[] head = new byte[Extract.HEAD];
    private byte[] tail = new byte[0];
    private long length;
    private boolean isText = true;
    private final Smuggled smuggled = new Smuggled();

    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(8192);

    /** A character's bytes that the last chunk cut in two. */
    private byte[] cut = new byte[0];

    public void take(byte[] chunk, int count) {
        if (length < head.length) {
            int wanted = (int) Math.min(count, head.length - length);
            System.arraycopy(chunk, 0, head, (int) length, wanted);
        }
        tail = lastOf(tail, chunk, count);
        isText = isText && decodes(chunk, count);
        smuggled.take(chunk, count);
        length += count;
    }

    public Extract extract() {
        var begin = Arrays.copyOf(head, (int) Math.min(length, head.length));
        return new Extract(begin, tail, length, isText && cut.length == 0, smuggled);
    }

    private static byte[] lastOf(byte[] before, byte[] chunk, int count) {
        int fromChunk = Math.min(count, Extract.TAIL);
        int fromBefore = Math.min(before.length, Extract.TAIL - fromChunk);
        var last = new byte[fromBefore + fromChunk];
        System.arraycopy(before, before.length - fromBefore, last, 0, fromBefore);
        System.arraycopy(chunk, count - fromChunk, last, fromBefore, fromChunk);
        return last;
    }

    private boolean decodes(byte[] chunk, int count) {
        var bytes = ByteBuffer.allocate(cut.length + count).put(cut).put(chunk, 0, count).flip();
        while (true) {
            characters.clear();
            var result = utf8.decode(bytes, characters, false);
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
