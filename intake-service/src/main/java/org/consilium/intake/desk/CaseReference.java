package org.consilium.intake.desk;

/**
 * The short number people say on the telephone, such as {@code C-7KQ4-29}: no letter that is easily
 * taken for another, no two cases alike, and neighbours look different.
 */
final class CaseReference {

    /** Without 0 1 5 8 and B I L O S U, which are misheard or misread. */
    private static final String SYMBOLS = "234679ACDEFGHJKMNPQRTVWXYZ";

    private static final int LENGTH = 6;
    private static final long COUNT = Math.powExact((long) SYMBOLS.length(), LENGTH);

    /** Shares no divisor with the count, so that multiplying by it meets every number once. */
    private static final long STRIDE = 190_734_863L;

    private CaseReference() {}

    /** A different one for each of the first three hundred million numbers. */
    static String of(long number) {
        long scattered = Math.floorMod(number * STRIDE, COUNT);
        var symbols = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            symbols.append(SYMBOLS.charAt((int) (scattered % SYMBOLS.length())));
            scattered /= SYMBOLS.length();
        }
        return "C-" + symbols.insert(4, '-');
    }
}
