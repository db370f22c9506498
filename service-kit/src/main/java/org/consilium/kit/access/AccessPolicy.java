package org.consilium.kit.access;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.UUID;

/** A service's object-level decisions, all in one file: one bean per service. */
public interface AccessPolicy {

    /** The rule of the operation named in {@link Guarded}; empty denies. */
    Optional<Rule> rule(String operation);

    /**
     * The case a request is about; null when it is about none, and then only roles count.
     *
     * <p>The default is the path's {@code caseId}. A service with other ids in its paths finds the
     * case they belong to, and answers null-safe for unknown ones with {@link
     * org.consilium.kit.web.Problem#notFound()}.
     */
    default Uni<UUID> caseOf(MultivaluedMap<String, String> pathParameters) {
        return Uni.createFrom().item(CaseIds.read(pathParameters.getFirst("caseId")));
    }
}
