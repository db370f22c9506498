package org.consilium.kit.statistics;

/**
 * Wilson's score interval of a proportion, without continuity correction (Wilson 1927): it stays
 * between 0 and 1 and is honest about small denominators.
 */
public record WilsonInterval(double low, double high) {

    /** Of the standard normal distribution: 95 in 100 lie within. */
    public static final double Z = 1.959964;

    public static WilsonInterval of(int count, int denominator) {
        double share = (double) count / denominator;
        double z2 = Z * Z / denominator;
        double middle = (share + z2 / 2) / (1 + z2);
        double half =
                Z
                        / (1 + z2)
                        * Math.sqrt(share * (1 - share) / denominator + z2 / (4 * denominator));
        return new WilsonInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
