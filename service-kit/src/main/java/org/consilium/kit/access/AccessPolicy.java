package org.consilium.kit.access;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kit.web.Caller;

/**
 * A service's object-level decisions, all in one file: one bean per service. {@code docs/rights}
 * holds the same as data, and the rights matrix tries every cell of it on the running services.
 */
public interface AccessPolicy {

    /** By the operation named in {@link Guarded}. */
    Map<String, Rule> rules();

    /**
     * Who may read which words. A rule opens the door; what is seen behind it the views decide, and
     * the rights matrix holds every answer of every operation against this.
     */
    default Map<String, Readers> fields() {
        return Map.of();
    }

    /** The rule of the operation; empty denies. */
    default Optional<Rule> rule(String operation) {
        return Optional.ofNullable(rules().get(operation));
    }

    /**
     * Whether there is anything behind the door that this caller is let through: a look is written
     * down only of what is shown. Where there is nothing, the method itself says why.
     */
    default Uni<Boolean> shows(
            String operation,
            UUID caseId,
            MultivaluedMap<String, String> pathParameters,
            Caller caller) {
        return Uni.createFrom().item(true);
    }

    /**
     * The case a request is about; null when it is about none, and then only roles count.
     *
     * <p>The default is the path's {@code caseId}. A service with other ids in its paths finds the
     * case they belong to, and fails for unknown ones with {@link
     * org.consilium.kit.web.Problem#notFound()}; whoever has no right to them anyway hears of that
     * as late as of somebody else's.
     */
    default Uni<UUID> caseOf(MultivaluedMap<String, String> pathParameters) {
        return Uni.createFrom().item(CaseIds.read(pathParameters.getFirst("caseId")));
    }
}
