package org.consilium.system.matrix;

import java.util.Set;
import java.util.function.Function;
import org.consilium.system.Service;

/**
 * Somebody with a token, or with a link to upload by.
 *
 * @param signedIn the token is a good one for the service it is shown to
 * @param bearer the token; null for none
 * @param link null for none
 */
record Persona(
        String name,
        Set<String> roles,
        boolean signedIn,
        Function<Service, String> bearer,
        Link link) {

    /** A link to upload by; only one in force opens anything. */
    record Link(String token, boolean inForce) {}

    Persona(String name, Set<String> roles, boolean signedIn, Function<Service, String> bearer) {
        this(name, roles, signedIn, bearer, null);
    }

    static Persona holding(String name, Link link) {
        return new Persona(name, Set.of(), false, _ -> null, link);
    }

    boolean holdsLinkInForce() {
        return link != null && link.inForce();
    }
}
