package org.consilium.intake.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.EndFollowUp;
import org.consilium.intake.cases.CaseCommand.ExpireDraft;
import org.consilium.intake.cases.CaseCommand.HearReviewEnded;
import org.consilium.intake.cases.CaseCommand.RedirectCase;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;

/**
 * A command by the dice: any of all there are, those that end a case seldom, so that some get far.
 */
public final class AnyCommand {

    /** By the draft's revision, which is all that they depend on. */
    private static final Map<Integer, List<CaseCommand>> ALL = new ConcurrentHashMap<>();

    private AnyCommand() {}

    /** One of each, as the lifecycle's table has them. */
    public static Collection<CaseCommand> each(Case current) {
        return LifecycleTable.commands(current).values();
    }

    public static CaseCommand of(Case current, Random random) {
        var all =
                ALL.computeIfAbsent(
                        current.content().revision(),
                        revision -> List.copyOf(LifecycleTable.commands(current).values()));
        var command = all.get(random.nextInt(all.size()));
        return ends(command) && random.nextInt(20) > 0 ? of(current, random) : command;
    }

    private static boolean ends(CaseCommand command) {
        return command instanceof WithdrawCase
                || command instanceof DeclineCase
                || command instanceof RedirectCase
                || command instanceof ExpireDraft
                || command instanceof CloseCase
                || command instanceof EndFollowUp
                || command instanceof HearReviewEnded
                || command instanceof RevokeConsent;
    }
}
