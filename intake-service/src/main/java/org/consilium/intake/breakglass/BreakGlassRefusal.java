package org.consilium.intake.breakglass;

import java.util.Locale;
import org.consilium.intake.words.Texts;
import org.consilium.kit.web.Problem;

/** Why something about a broken glass is refused, and what that is in HTTP. */
enum BreakGlassRefusal {
    ALREADY_LET_IN(409),
    OWN_BREAK(403),
    ALREADY_REVIEWED(409);

    /** The kit says it in the caller's language, by the code. */
    private static final Texts WORDS = new Texts("problems");

    private final int status;

    BreakGlassRefusal(int status) {
        this.status = status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem problem() {
        return new Problem(status, code(), WORDS.text(code(), "en"));
    }
}
