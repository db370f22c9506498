package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The delivered opinion as a document Bundle of FHIR R4: the same text for the same opinion. */
final class LetterDocument {

    private LetterDocument() {}

    static String of(Delivered letter) {
        var bundle = Elements.object().put("resourceType", "Bundle");
        bundle.set("identifier", Elements.identifier(Elements.urn(letter.opinion().opinionId())));
        bundle.put("type", "document");
        bundle.put("timestamp", letter.signedAt());
        bundle.set("entry", entries(letter));
        return bundle.toString();
    }

    private static ArrayNode entries(Delivered letter) {
        var entries =
                Elements.list(
                        entry(Composition.of(letter)),
                        entry(People.patient(letter)),
                        entry(People.role(letter)),
                        entry(People.signer(letter)),
                        entry(People.custodian(letter)));
        letter.page().axes().stream()
                .map(axis -> Agreement.on(axis, letter))
                .map(LetterDocument::entry)
                .forEach(entries::add);
        return entries.add(entry(Provenance.of(letter)));
    }

    private static ObjectNode entry(ObjectNode resource) {
        var entry = Elements.object().put("fullUrl", "urn:uuid:" + resource.get("id").asText());
        entry.set("resource", resource);
        return entry;
    }
}
