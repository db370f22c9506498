package org.consilium.notification.directory;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.consilium.notification.directory.DirectoryClient.User;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who people are, asked of the identity provider at the moment it is needed. Nothing of the answer
 * is stored or logged.
 */
@ApplicationScoped
public class Directory {

    private static final int PAGE = 100;

    private final DirectoryClient client;

    Directory(@ConfigProperty(name = "consilium.directory.issuer") String issuer) {
        client =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(URI.create(issuer.replace("/realms/", "/admin/realms/")))
                        .connectTimeout(2, TimeUnit.SECONDS)
                        .readTimeout(5, TimeUnit.SECONDS)
                        .build(DirectoryClient.class);
    }

    /** Who has the role and may sign in. Fails while the provider is away. */
    public Uni<List<UUID>> members(String role) {
        return membersFrom(role, 0, List.of());
    }

    /** Where to write to somebody. Fails while the provider is away. */
    public Uni<Contact> contact(UUID person) {
        return client.user(person)
                .map(Contact::of)
                .onFailure(Directory::isNotFound)
                .recoverWithItem(Contact.NOBODY);
    }

    private Uni<List<UUID>> membersFrom(String role, int first, List<UUID> before) {
        return client.members(role, first, PAGE)
                .chain(
                        page -> {
                            var found = new ArrayList<>(before);
                            page.stream().filter(User::enabled).map(User::id).forEach(found::add);
                            return page.size() < PAGE
                                    ? Uni.createFrom().item(found)
                                    : membersFrom(role, first + PAGE, found);
                        });
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == 404;
    }
}
