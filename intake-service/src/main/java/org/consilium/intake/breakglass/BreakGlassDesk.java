package org.consilium.intake.breakglass;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Decision.Moved;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Decision.Refused;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Wish;
import org.consilium.intake.breakglass.GlassBreak.About;
import org.consilium.intake.breakglass.GlassBreak.Outcome;
import org.consilium.intake.breakglass.GlassBreak.Review;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** Load, decide, store, announce: the only place where the glass is broken. */
@ApplicationScoped
class BreakGlassDesk {

    /** The kit says it in the caller's language, by the code. */
    private static final Texts WORDS = new Texts("problems");

    private final Cases cases;
    private final GlassBreaks breaks;
    private final CaseAccess access;
    private final Outbox outbox;

    BreakGlassDesk(Cases cases, GlassBreaks breaks, CaseAccess access, Outbox outbox) {
        this.cases = cases;
        this.breaks = breaks;
        this.access = access;
        this.outbox = outbox;
    }

    /** Opens the case to the person, here at once and elsewhere when the event is heard. */
    Uni<GlassBreak> breakGlass(Wish wish, UnitOfWork work) {
        return cases.find(wish.caseId())
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(() -> access.relations(wish.caseId(), wish.person(), work))
                .map(held -> orProblem(BreakGlassLifecycle.breakGlass(wish, held)))
                .call(moved -> opened(moved, work))
                .map(Moved::to);
    }

    Uni<GlassBreak> review(UUID caseId, UUID breakId, Review review, UnitOfWork work) {
        return breaks.forUpdate(caseId, breakId, work)
                .map(found -> orProblem(BreakGlassLifecycle.review(found, review)))
                .call(() -> breaks.store(breakId, review, work))
                .call(moved -> closedAgain(moved.to().about(), review, work))
                .call(moved -> outbox.append(moved.because(), work))
                .map(Moved::to);
    }

    /** What was not justified does not go on for the rest of its hour. */
    private Uni<Void> closedAgain(About about, Review review, UnitOfWork work) {
        return review.outcome() == Outcome.NOT_JUSTIFIED
                ? access.revoke(about.caseId(), about.person(), Relation.BREAK_GLASS, work)
                : Uni.createFrom().voidItem();
    }

    private Uni<Long> opened(Moved moved, UnitOfWork work) {
        var about = moved.to().about();
        return breaks.add(about, work)
                .chain(
                        () ->
                                access.grant(
                                        about.caseId(),
                                        about.person(),
                                        Relation.BREAK_GLASS,
                                        about.until(),
                                        work))
                .chain(() -> outbox.append(moved.because(), work));
    }

    private static Moved orProblem(BreakGlassLifecycle.Decision decision) {
        return switch (decision) {
            case Moved moved -> moved;
            case Refused(var reason) -> throw problem(reason);
        };
    }

    private static Problem problem(BreakGlassRefusal reason) {
        int status =
                switch (reason) {
                    case OWN_BREAK -> 403;
                    case ALREADY_LET_IN, ALREADY_REVIEWED -> 409;
                };
        return new Problem(status, reason.code(), WORDS.text(reason.code(), "en"));
    }
}
