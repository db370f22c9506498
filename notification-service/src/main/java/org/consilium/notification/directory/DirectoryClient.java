package org.consilium.notification.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keycloak's admin interface, asked with this service's own token; it needs to view users. */
@OidcClientFilter
public interface DirectoryClient {

    /** What Keycloak says of a user, as far as it matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(UUID id, boolean enabled, String email, Map<String, List<String>> attributes) {}

    @GET
    @Path("/users/{id}")
    Uni<User> user(@PathParam("id") UUID id);

    @GET
    @Path("/roles/{role}/users")
    Uni<List<User>> members(
            @PathParam("role") String role,
            @QueryParam("first") int first,
            @QueryParam("max") int max);
}
