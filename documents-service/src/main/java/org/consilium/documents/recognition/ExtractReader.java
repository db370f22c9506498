package org.consilium.documents.recognition;

import java.util.Arrays;
import org.consilium.documents.recognition.Extract.Passing;
import org.consilium.documents.writing.Writing;

/** Makes the {@link Extract} of a file from its chunks, in their order. */
public final class ExtractReader {

    private final byte[] head = new byte[Extract.HEAD];
    private byte[] tail = new byte[0];
    private long length;
    private final Writing writing = new Writing();
    private final Smuggled smuggled = new Smuggled();
    private final Foreign foreign = new Foreign();
    private final Behind behind = new Behind();

    /** Null for what does not say where it ends. */
    private Behind.Picture picture;

    private boolean ended;

    public void take(byte[] chunk, int count) {
        if (length < head.length) {
            int wanted = (int) Math.min(count, head.length - length);
            System.arraycopy(chunk, 0, head, (int) length, wanted);
        }
        tail = lastOf(tail, chunk, count);
        writing.take(chunk, count);
        smuggled.take(chunk, count);
        foreign.take(chunk, count);
        follow(chunk, count);
        length += count;
    }

    private void follow(byte[] chunk, int count) {
        if (length == 0 && count > 0) {
            picture = pictureThatBeginsWith(chunk[0] & 0xFF);
        }
        if (ended) {
            behind.take(chunk, 0, count);
        } else if (picture != null) {
            int end = picture.end(chunk, count);
            ended = end >= 0;
            if (ended) {
                behind.take(chunk, end, count);
            }
        }
    }

    private static Behind.Picture pictureThatBeginsWith(int value) {
        return switch (value) {
            case 0xFF -> new Jpeg();
            case 0x89 -> new Png();
            default -> null;
        };
    }

    public Extract extract() {
        var begin = Arrays.copyOf(head, (int) Math.min(length, head.length));
        var passing = new Passing(smuggled, foreign, behind, ended);
        return new Extract(begin, tail, length, writing.charset().orElse(null), passing);
    }

    private static byte[] lastOf(byte[] before, byte[] chunk, int count) {
        int fromChunk = Math.min(count, Extract.TAIL);
        int fromBefore = Math.min(before.length, Extract.TAIL - fromChunk);
        var last = new byte[fromBefore + fromChunk];
        System.arraycopy(before, before.length - fromBefore, last, 0, fromBefore);
        System.arraycopy(chunk, count - fromChunk, last, fromBefore, fromChunk);
        return last;
    }
}
