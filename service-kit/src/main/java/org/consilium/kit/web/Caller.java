package org.consilium.kit.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.Actor;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, from the verified token and nothing else. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The identity provider's subject id, which is this person's id everywhere. */
    public UUID subject() {
        return UUID.fromString(((JsonWebToken) identity.getPrincipal()).getSubject());
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** When the token ends; an answer that goes on for long ends with it. */
    public Instant tokenUntil() {
        return Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
    }

    /** When the person proved who they are; empty when the token does not say. */
    public Optional<Instant> signedInAt() {
        var time = ((JsonWebToken) identity.getPrincipal()).getClaim(Claims.auth_time.name());
        return Optional.ofNullable(time)
                .map(Object::toString)
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    public Actor actor() {
        return Actor.person(subject());
    }
}
