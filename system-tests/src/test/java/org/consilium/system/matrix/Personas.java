package org.consilium.system.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.stack.Tokens;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** Everybody who may knock: the demo users, and the services themselves. */
final class Personas {

    private static final List<String> USERS =
            List.of(
                    "amina", "yusuf", "rahman", "carla", "lena", "chen", "okafor", "malik", "olga",
                    "wei", "mallory", "tariq", "nadia", "sofia");

    private final RunningSystem system;
    private final Tokens tokens;

    Personas(RunningSystem system) {
        this.system = system;
        this.tokens = system.tokens();
    }

    List<Persona> signedIn() {
        var all = new ArrayList<Persona>();
        for (var user : USERS) {
            all.add(new Persona(user, roles(tokens.of(user)), true, _ -> tokens.of(user)));
        }
        for (var service : Service.values()) {
            var client = service.code() + "-service";
            var secret = system.addresses().clientSecrets().get(client);
            all.add(
                    new Persona(
                            client,
                            roles(tokens.ofService(client, secret)),
                            true,
                            _ -> tokens.ofService(client, secret)));
        }
        return all;
    }

    /** The user name behind a subject id. */
    String named(String subject) {
        return USERS.stream()
                .filter(user -> claims(tokens.of(user)).path("sub").asText().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    String subject(String user) {
        return claims(tokens.of(user)).path("sub").asText();
    }

    Tokens tokens() {
        return tokens;
    }

    static Instant end(String token) {
        return Instant.ofEpochSecond(claims(token).path("exp").asLong());
    }

    private static Set<String> roles(String token) {
        var roles = new HashSet<String>();
        claims(token).at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static JsonNode claims(String token) {
        try {
            return new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
