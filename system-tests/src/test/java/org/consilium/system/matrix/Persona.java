package org.consilium.system.matrix;

import java.util.Set;
import java.util.function.Function;
import org.consilium.system.Service;

/**
 * Somebody with a token.
 *
 * @param signedIn the token is a good one for the service it is shown to
 * @param bearer the token; null for none
 */
record Persona(
        String name, Set<String> roles, boolean signedIn, Function<Service, String> bearer) {}
