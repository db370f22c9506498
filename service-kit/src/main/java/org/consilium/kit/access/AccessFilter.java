package org.consilium.kit.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Applies the service's policy to every guarded method. Whoever has no right to a case gets the
 * same 404 as for a case that does not exist; only an operation that is about no case is refused
 * with 403.
 */
@ApplicationScoped
class AccessFilter {

    private final AccessPolicy policy;
    private final CaseAccess access;
    private final Caller caller;
    private final Clock clock;
    private final Map<String, Optional<String>> operations = new ConcurrentHashMap<>();

    AccessFilter(AccessPolicy policy, CaseAccess access, Caller caller, Clock clock) {
        this.policy = policy;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** Null lets the request through. */
    @ServerRequestFilter
    Uni<Response> decide(SimpleResourceInfo target, ContainerRequestContext request) {
        var operation = operation(target);
        if (operation.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var rule = policy.rule(operation.get()).orElse(Rule.ofRoles());
        return policy.caseOf(request.getUriInfo().getPathParameters())
                .chain(caseId -> check(rule, caseId))
                .replaceWith((Response) null);
    }

    private Uni<Void> check(Rule rule, UUID caseId) {
        if (rule.allowsRole(caller.roles())) {
            return Uni.createFrom().voidItem();
        }
        if (caseId == null) {
            throw new Problem(403, "forbidden", "Your role does not include this.");
        }
        return access.relations(caseId, caller.subject(), clock.instant())
                .invoke(
                        held -> {
                            if (!rule.allowsRelation(held)) {
                                throw Problem.notFound();
                            }
                        })
                .replaceWithVoid();
    }

    private Optional<String> operation(SimpleResourceInfo target) {
        return operations.computeIfAbsent(
                target.getResourceClass().getName() + "#" + target.getMethodName(),
                name ->
                        Arrays.stream(target.getResourceClass().getDeclaredMethods())
                                .filter(method -> method.getName().equals(target.getMethodName()))
                                .map(method -> method.getAnnotation(Guarded.class))
                                .filter(guarded -> guarded != null)
                                .map(Guarded::value)
                                .findFirst());
    }
}
