package org.consilium.intake.delay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.cases.CaseCommand.JudgeDelay;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.work.UnitOfWork;

/** Once a day: days that pass without records use up the time before the treatment. */
@ApplicationScoped
public class DelayCheck implements DeadlineHandler {

    private static final String KIND = "delay-check";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final CaseDesk desk;
    private final Deadlines deadlines;

    DelayCheck(CaseDesk desk, Deadlines deadlines) {
        this.desk = desk;
        this.deadlines = deadlines;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return desk.hold(deadline.caseId(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        return desk.decide(deadline.caseId(), new JudgeDelay(work.now()), work.now(), work)
                .chain(
                        decision ->
                                goesOn(decision)
                                        ? deadlines.set(next(deadline.caseId(), work.now()), work)
                                        : Uni.createFrom().voidItem());
    }

    public static Deadline next(UUID caseId, Instant now) {
        return new Deadline(caseId, KIND, caseId, now.plus(A_DAY));
    }

    private static boolean goesOn(Decision decision) {
        return switch (decision) {
            case null -> false;
            case Moved _ -> true;
            case Refused(var reason, _) -> reason == Refusal.ALREADY_KNOWN;
        };
    }
}
