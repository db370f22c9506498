package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a document names a Secret, in each of the shapes that Kubernetes and the operators have for
 * it.
 */
final class Secrets {

    /** The field that names one, and the keys that are read where none is named. */
    private static final Map<String, String> WHOLE =
            Map.of(
                    "tls", "tls.crt",
                    "user", "password",
                    "passwordSecret", "password",
                    "secret", "password");

    private Secrets() {}

    /** Each as {@code name key}. */
    static Stream<String> in(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().flatMap(field -> of(field.getKey(), field.getValue()));
        }
        return node.isArray() ? Workload.each(node).flatMap(Secrets::in) : Stream.empty();
    }

    private static Stream<String> of(String field, JsonNode value) {
        return switch (field) {
            case "secretKeyRef", "usernameSecret", "accessKeyId", "secretAccessKey" ->
                    Stream.of(nameAndKey(field, value));
            case "passwordSecret" -> Stream.of(nameAndKey(field, value));
            case "secretTargetRef" -> Workload.each(value).map(one -> nameAndKey(field, one));
            case "secret" -> secret(value);
            case "tls" ->
                    Workload.each(value)
                            .map(one -> one.path("secretName"))
                            .filter(JsonNode::isTextual)
                            .map(name -> name.asText() + " tls.crt");
            case "realm" -> Stream.empty();
            default -> in(value);
        };
    }

    /** A volume, a placeholder of a realm, a bootstrap's sign-in, or the name alone. */
    private static Stream<String> secret(JsonNode value) {
        if (value.isTextual()) {
            return Stream.of(value.asText() + " " + WHOLE.get("secret"));
        }
        if (value.has("secretName")) {
            return Workload.each(value.path("items"))
                    .map(
                            item ->
                                    value.path("secretName").asText()
                                            + " "
                                            + item.path("key").asText());
        }
        return value.has("name") ? Stream.of(nameAndKey("secret", value)) : Stream.empty();
    }

    private static String nameAndKey(String field, JsonNode reference) {
        return reference.path("name").asText()
                + " "
                + reference.path("key").asText(WHOLE.getOrDefault(field, "none"));
    }
}
