package org.consilium.kit.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.kit.trace.Traces;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Applies the service's policy to every guarded method. Whoever has no right to a case gets the
 * same 404 as for a case that does not exist; only an operation that is about no case is refused
 * with 403.
 */
@ApplicationScoped
class AccessFilter {

    private static final Logger LOG = Logger.getLogger(AccessFilter.class);

    /** Whoever came in so leaves an entry wherever they go. */
    private static final String BROKE_THE_GLASS = Rule.name(Relation.BREAK_GLASS);

    /** Nobody stands in any relation to it. */
    private static final UUID NO_CASE = new UUID(0, 0);

    private final AccessPolicy policy;
    private final Operations operations;
    private final CaseAccess access;
    private final AccessLog log;
    private final Caller caller;
    private final Clock clock;

    AccessFilter(
            AccessPolicy policy,
            Operations operations,
            CaseAccess access,
            AccessLog log,
            Caller caller,
            Clock clock) {
        this.policy = policy;
        this.operations = operations;
        this.access = access;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    /** Null lets the request through. */
    @ServerRequestFilter
    Uni<Response> decide(SimpleResourceInfo target, ContainerRequestContext request) {
        var operation = operations.of(target);
        if (operation.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var rule = policy.rule(operation.get()).orElse(Rule.ofRoles());
        return policy.caseOf(request.getUriInfo().getPathParameters())
                .onFailure(AccessFilter::isNotFound)
                .call(() -> waitedAsForSomebodyElses(rule))
                .invoke(AccessFilter::logged)
                .chain(
                        caseId ->
                                standing(rule, caseId)
                                        .call(
                                                as ->
                                                        noted(
                                                                new Look(
                                                                        operation.get(),
                                                                        caseId,
                                                                        as),
                                                                rule,
                                                                request)))
                .replaceWith((Response) null);
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == 404;
    }

    /**
     * Whoever is at the door of something that belongs to no case is told so no sooner than at the
     * door of somebody else's: how long it takes would tell that it exists.
     */
    private Uni<Void> waitedAsForSomebodyElses(Rule rule) {
        return rule.standing(caller.roles()).isPresent()
                ? Uni.createFrom().voidItem()
                : access.relationsSoon(NO_CASE, caller.subject(), clock.instant())
                        .replaceWithVoid();
    }

    /** Each line that is logged for this request says which case it is about. */
    private static void logged(UUID caseId) {
        if (caseId != null) {
            MDC.put(Traces.CASE_ID, caseId.toString());
        }
    }

    /** The role or relation by which the caller is let in. */
    private Uni<String> standing(Rule rule, UUID caseId) {
        var byRole = rule.standing(caller.roles());
        if (byRole.isPresent()) {
            return Uni.createFrom().item(byRole.get());
        }
        if (caseId == null) {
            throw new Problem(403, "forbidden", "Your role does not include this.");
        }
        return access.relationsSoon(caseId, caller.subject(), clock.instant())
                .map(held -> rule.standingOf(held).orElseThrow(Problem::notFound));
    }

    /** Somebody is let in, as what, to see something of a case. */
    private record Look(String operation, UUID caseId, String as) {}

    /** What cannot be written down is not shown. */
    private Uni<Void> noted(Look look, Rule rule, ContainerRequestContext request) {
        boolean isNoted = rule.logs(look.as()) || look.as().equals(BROKE_THE_GLASS);
        if (!isNoted || look.caseId() == null) {
            return Uni.createFrom().voidItem();
        }
        var path = request.getUriInfo().getPathParameters();
        return policy.shows(look.operation(), look.caseId(), path, caller)
                .chain(shown -> shown ? noted(look) : Uni.createFrom().voidItem());
    }

    private Uni<Void> noted(Look look) {
        return log.append(look.caseId(), caller.subject(), look.as(), look.operation())
                .onFailure()
                .transform(AccessFilter::notShown);
    }

    private static Problem notShown(Throwable failure) {
        LOG.warn("nobody is let in: the access log cannot be written", failure);
        return new Problem(503, "not-now", "This cannot be shown at the moment; try again.");
    }
}
