package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The few data types of FHIR R4 that the document is made of. */
final class Elements {

    static final String LOINC = "http://loinc.org";

    private static final String URI = "urn:ietf:rfc:3986";

    private Elements() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list(ObjectNode... items) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var item : items) {
            list.add(item);
        }
        return list;
    }

    static ObjectNode resource(String type, UUID id) {
        return object().put("resourceType", type).put("id", id.toString());
    }

    static ObjectNode reference(UUID id) {
        return object().put("reference", urn(id));
    }

    static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** What is named by a URI of its own, wherever it is. */
    static ObjectNode identifier(String uri) {
        return object().put("system", URI).put("value", uri);
    }

    static ObjectNode coded(String system, String code) {
        var concept = object();
        concept.set("coding", list(object().put("system", system).put("code", code)));
        return concept;
    }

    static ObjectNode coded(String system, String code, String text) {
        return coded(system, code).put("text", PlainText.line(text));
    }

    static ObjectNode inWords(String text) {
        return object().put("text", PlainText.line(text));
    }
}
