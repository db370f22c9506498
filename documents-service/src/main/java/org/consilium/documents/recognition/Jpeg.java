package org.consilium.documents.recognition;

/**
 * JPEG (ITU T.81): segments that lead from one to the next, picture data between them, and an end
 * mark that is none of a thumbnail's, since a thumbnail lies inside of a segment.
 */
final class Jpeg implements Behind.Picture {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    private enum At {
        MARK,
        KIND,
        LENGTH,
        LENGTH_END,
        SEGMENT,
        SCAN,
        SCAN_MARK,
        ENDED,
        LOST
    }

    private At at = At.MARK;
    private int kind;
    private int rest;
    private boolean scanned;

    @Override
    public int end(byte[] bytes, int count) {
        int i = 0;
        while (i < count && at != At.LOST) {
            if (at == At.SEGMENT) {
                int passed = Math.min(rest, count - i);
                rest -= passed;
                i += passed;
                at = rest == 0 ? behindSegment() : At.SEGMENT;
            } else {
                at = next(bytes[i++] & 0xFF);
                if (at == At.ENDED) {
                    return i;
                }
            }
        }
        return -1;
    }

    private At next(int value) {
        return switch (at) {
            case MARK -> value == 0xFF ? At.KIND : At.LOST;
            case KIND -> value == 0xFF ? At.KIND : kind(value);
            case LENGTH -> {
                rest = value << 8;
                yield At.LENGTH_END;
            }
            case LENGTH_END -> {
                rest += value - 2;
                yield rest < 0 ? At.LOST : rest == 0 ? behindSegment() : At.SEGMENT;
            }
            case SCAN -> value == 0xFF ? At.SCAN_MARK : At.SCAN;
            case SCAN_MARK -> inScan(value);
            case SEGMENT, ENDED, LOST -> at;
        };
    }

    /** Stuffing, padding and restarts are part of the picture data. */
    private At inScan(int value) {
        if (value == 0xFF) {
            return At.SCAN_MARK;
        }
        return value == 0 || isRestart(value) ? At.SCAN : kind(value);
    }

    private At kind(int value) {
        if (value == END) {
            return scanned ? At.ENDED : At.LOST;
        }
        kind = value;
        boolean alone = value == 0x01 || value == 0xD8 || isRestart(value);
        return alone ? At.MARK : At.LENGTH;
    }

    private static boolean isRestart(int value) {
        return value >= 0xD0 && value <= 0xD7;
    }

    private At behindSegment() {
        scanned |= kind == START_OF_SCAN;
        return kind == START_OF_SCAN ? At.SCAN : At.MARK;
    }
}
