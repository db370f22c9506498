package org.consilium.intake.programme;

/** LOINC codes end in a check digit (mod 10, as on payment cards), so a mistyped one shows. */
final class Loinc {

    private Loinc() {}

    static boolean isCode(String code) {
        if (code == null || !code.matches("\\d{1,7}-\\d")) {
            return false;
        }
        var digits = code.replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
