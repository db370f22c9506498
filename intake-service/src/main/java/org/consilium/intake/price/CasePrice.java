package org.consilium.intake.price;

import java.time.Instant;
import java.util.UUID;

/**
 * What the case costs. Once agreed it stays, whatever the programme says later.
 *
 * @param onRequest that is what was shown at submission
 * @param quote the last one that a coordinator made; null where there was none
 * @param agreement null until somebody of the patient's side has said yes
 */
public record CasePrice(boolean onRequest, Quote quote, Agreement agreement) {

    /** Of a draft. */
    public static final CasePrice NONE = new CasePrice(false, null, null);

    public record Quote(UUID quoteId, UUID quotedBy, Money money, Instant at) {}

    public record Agreement(UUID agreedBy, Money money, Instant at) {}

    public boolean settled() {
        return agreement != null;
    }

    /** For the yes of the patient's side. */
    public boolean waitsForAnswer() {
        return quote != null && agreement == null;
    }

    CasePrice quoted(Quote next) {
        return new CasePrice(onRequest, next, null);
    }

    CasePrice agreed(Agreement next) {
        return new CasePrice(onRequest, quote, next);
    }
}
