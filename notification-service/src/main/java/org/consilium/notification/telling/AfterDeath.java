package org.consilium.notification.telling;

import java.util.List;

/**
 * What whoever represented the patient is still told after a death: that it is noted, and who had
 * access to the papers. Anything else would ask the bereaved for something, or go on as if nothing
 * had happened. What is not told stands on the case for those who look.
 *
 * <p>The patient's own account and the referrer are told nothing at all.
 */
public final class AfterDeath {

    static final List<Kind> STILL_TOLD =
            List.of(
                    Kind.CLOSED_QUIETLY,
                    Kind.NOTED_QUIETLY,
                    Kind.CONSENT_REVOKED,
                    Kind.ACCESS_ENDED,
                    Kind.GLASS_BROKEN,
                    Kind.GLASS_BREAK_REVIEWED,
                    Kind.GLASS_BREAK_NOT_JUSTIFIED);

    private AfterDeath() {}

    public static List<String> codes() {
        return STILL_TOLD.stream().map(Kind::code).toList();
    }
}
