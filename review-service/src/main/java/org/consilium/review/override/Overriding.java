package org.consilium.review.override;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review.Proposal;
import org.consilium.review.lifecycle.ReviewCommand.AgreeToOverride;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOverride;
import org.consilium.review.lifecycle.ReviewCommand.ProposeOverride;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matchings;

/**
 * One clinical lead proposes, another agrees. Each time it is looked anew by which rules the
 * reviewer is excluded, for days may lie between; what the second one saw is kept as a matching.
 */
@ApplicationScoped
class Overriding {

    private final Reviews reviews;
    private final Exclusions exclusions;
    private final Matchings matchings;
    private final ReviewDesk desk;
    private final Overrides overrides;
    private final ReviewConfig config;
    private final Ids ids;

    Overriding(
            Reviews reviews,
            Exclusions exclusions,
            Matchings matchings,
            ReviewDesk desk,
            Overrides overrides,
            ReviewConfig config,
            Ids ids) {
        this.reviews = reviews;
        this.exclusions = exclusions;
        this.matchings = matchings;
        this.desk = desk;
        this.overrides = overrides;
        this.config = config;
        this.ids = ids;
    }

    Uni<OverrideRow> propose(
            UUID caseId, UUID lead, OverrideResource.OverrideProposal wish, UnitOfWork work) {
        return reviews.findLocked(caseId, work)
                .chain(() -> exclusions.of(caseId, wish.reviewer(), work))
                .chain(found -> propose(caseId, lead, found, wish, work));
    }

    private Uni<OverrideRow> propose(
            UUID caseId,
            UUID lead,
            Excluded found,
            OverrideResource.OverrideProposal wish,
            UnitOfWork work) {
        var proposal = new Proposal(ids.next(), lead, wish.reviewer(), found.ids());
        return desk.perform(caseId, new ProposeOverride(proposal), work)
                .invoke(found::requireOverridable)
                .chain(() -> overrides.keep(caseId, proposal, wish, work));
    }

    Uni<OverrideRow> agree(UUID caseId, UUID overrideId, UUID lead, UnitOfWork work) {
        return reviews.findLocked(caseId, work)
                .chain(() -> overrides.find(caseId, overrideId, work))
                .call(row -> agree(row, lead, work));
    }

    /** What excludes the reviewer is seen before they are asked, which would be one more rule. */
    private Uni<Void> agree(OverrideRow row, UUID lead, UnitOfWork work) {
        var until = work.now().plus(config.offerWindow());
        var agreement = new AgreeToOverride(row.id, lead, ids.next(), until);
        return exclusions
                .of(row.caseId, row.reviewer, work)
                .call(() -> desk.perform(row.caseId, agreement, work))
                .invoke(found -> found.requireNoneBut(overrides.rules(row)))
                .chain(found -> matchings.keep(found.seen(), Matching.match(found.seen()), work))
                .invoke(run -> row.agreed(agreement, run.id(), work.now()))
                .replaceWithVoid();
    }

    Uni<OverrideRow> decline(UUID caseId, UUID overrideId, UUID lead, String why, UnitOfWork work) {
        return reviews.findLocked(caseId, work)
                .chain(() -> overrides.find(caseId, overrideId, work))
                .call(() -> desk.perform(caseId, new DeclineOverride(overrideId, lead), work))
                .invoke(row -> row.declined(lead, why, work.now()));
    }
}
