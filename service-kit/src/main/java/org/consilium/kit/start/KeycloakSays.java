package org.consilium.kit.start;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One answer of what should be Keycloak.
 *
 * @param body missing when it is no JSON, such as a gateway's page
 * @param skew of its clock; zero when it does not tell the time
 */
record KeycloakSays(int status, JsonNode body, Duration skew) {

    private static final Set<String> WRONG_SECRET = Set.of("invalid_client", "unauthorized_client");

    /** A gateway in front of a Keycloak that is away says 404 or 5xx, in words of its own. */
    boolean isKeycloaks() {
        return status < 500 && body.isObject();
    }

    /** As the realm's description. */
    void judgeRealm(Duration limit) {
        if (!body.path("issuer").isTextual() || !body.path("token_endpoint").isTextual()) {
            throw new Unfit(StartRule.REALM, "OIDC_ISSUER", "what answers there is no realm");
        }
        if (skew.compareTo(limit) > 0) {
            throw new Unfit(
                    StartRule.KEYCLOAK_CLOCK,
                    "OIDC_ISSUER, CLOCK_SKEW_LIMIT",
                    "the clocks are " + skew + " apart");
        }
    }

    /** As the answer to who asked for a token. */
    void judgeSecret(String service) {
        if (WRONG_SECRET.contains(body.path("error").asText())) {
            throw new Unfit(
                    StartRule.SECRET,
                    "SERVICE_SECRET",
                    "Keycloak refuses it for the client " + service);
        }
    }

    /** Held against the token's own word. */
    static void judgeIssuer(Optional<String> inTheToken, String trusted) {
        if (inTheToken.isPresent() && !inTheToken.get().equals(trusted)) {
            throw new Unfit(
                    StartRule.ISSUER,
                    "OIDC_ISSUER",
                    "tokens name " + inTheToken.get() + ", and the service trusts " + trusted);
        }
    }
}
