package org.consilium.documents.consents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Collections;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.Operations;
import org.consilium.kit.access.Rule;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Holds those who act for a patient to what the patient allows them, on every request: what was
 * taken back binds with the next one. Staff act by their role.
 */
@ApplicationScoped
class ScopeFilter {

    /** Behind the policy: a stranger hears nothing of consents. */
    private static final int AFTER_THE_POLICY = Priorities.USER + 100;

    private final AccessPolicy policy;
    private final Operations operations;
    private final Consents consents;
    private final Caller caller;
    private final Clock clock;

    ScopeFilter(
            AccessPolicy policy,
            Operations operations,
            Consents consents,
            Caller caller,
            Clock clock) {
        this.policy = policy;
        this.operations = operations;
        this.consents = consents;
        this.caller = caller;
        this.clock = clock;
    }

    /** Null lets the request through. */
    @ServerRequestFilter(priority = AFTER_THE_POLICY)
    Uni<Response> check(SimpleResourceInfo target, ContainerRequestContext request) {
        var operation = operations.of(target);
        var scope = operation.flatMap(ScopeRules::needed);
        if (scope.isEmpty() || actsByRole(operation.get())) {
            return Uni.createFrom().nullItem();
        }
        return policy.caseOf(request.getUriInfo().getPathParameters())
                .chain(
                        caseId ->
                                consents.allow(
                                        caseId, caller.subject(), scope.get(), clock.instant()))
                .map(ScopeFilter::passed);
    }

    private boolean actsByRole(String operation) {
        return policy.rule(operation)
                .map(Rule::roles)
                .filter(roles -> !Collections.disjoint(roles, caller.roles()))
                .isPresent();
    }

    static Response passed(boolean allowed) {
        if (!allowed) {
            throw new Problem(
                    403, "not-in-the-consent", "The patient has not allowed you to do this.");
        }
        return null;
    }
}
