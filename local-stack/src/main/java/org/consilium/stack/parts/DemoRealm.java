package org.consilium.stack.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The project's realm with people whose password is their name, who may get a token by it. Only
 * this machine has them: the realm that is deployed has neither people nor that way in.
 */
public final class DemoRealm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRealm() {}

    /** The realm as Keycloak imports it. */
    public static byte[] json() {
        var keycloak = Workspace.root().resolve("deploy/keycloak");
        try {
            var realm = (ObjectNode) read(keycloak.resolve("consilium-realm.json"));
            var demo = read(keycloak.resolve("demo-people.json"));
            ((ArrayNode) realm.path("users")).addAll((ArrayNode) demo.path("users"));
            demo.path("clients").forEach(changed -> change(realm.path("clients"), changed));
            return JSON.writeValueAsBytes(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    private static void change(JsonNode clients, JsonNode changed) {
        for (var client : clients) {
            if (client.path("clientId").equals(changed.path("clientId"))) {
                ((ObjectNode) client).setAll((ObjectNode) changed);
            }
        }
    }
}
