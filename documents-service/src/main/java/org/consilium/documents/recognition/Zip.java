package org.consilium.documents.recognition;

/** An archive behind a record: readers of archives look for its directory from the end. */
final class Zip {

    private static final int END_RECORD = 22;

    private Zip() {}

    /** A directory's end record whose comment fills exactly what is left of the file. */
    static boolean endsLikeOne(byte[] tail) {
        for (int at = tail.length - END_RECORD; at >= 0; at--) {
            if (Magic.at(tail, at, 'P', 'K', 5, 6) && commentLength(tail, at) == rest(tail, at)) {
                return true;
            }
        }
        return false;
    }

    private static int commentLength(byte[] tail, int at) {
        return (tail[at + 20] & 0xFF) | (tail[at + 21] & 0xFF) << 8;
    }

    private static int rest(byte[] tail, int at) {
        return tail.length - at - END_RECORD;
    }
}
