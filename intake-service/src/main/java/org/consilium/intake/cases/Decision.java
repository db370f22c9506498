package org.consilium.intake.cases;

import java.util.List;
import org.consilium.contracts.IntakeEvent;

/** What the rules answer. */
public sealed interface Decision {

    /** The case as it is now, and the facts that made it so; none when only knowledge grew. */
    record Moved(Case to, List<IntakeEvent> because) implements Decision {
        public Moved {
            because = List.copyOf(because);
        }
    }

    /** Nothing changes. {@code faults} names every field or condition at fault. */
    record Refused(Refusal reason, List<Fault> faults) implements Decision {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** {@code field} as in the request, {@code rule} a stable name; never what somebody wrote. */
    record Fault(String field, String rule, String message) {}

    static Decision moved(Case to, IntakeEvent... because) {
        return new Moved(to, List.of(because));
    }

    static Decision refused(Refusal reason) {
        return new Refused(reason, List.of());
    }

    static Decision refused(Refusal reason, List<Fault> faults) {
        return new Refused(reason, faults);
    }
}
