package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who signed it and when, and by which printed letter that can be held against. */
final class Provenance {

    private static final String AGENTS =
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String SIGNATURES = "urn:iso-astm:E1762-95:2013";
    private static final String AUTHORS_SIGNATURE = "1.2.840.10065.1.12.1.1";

    private Provenance() {}

    static ObjectNode of(Delivered letter) {
        var provenance = Elements.resource("Provenance", letter.idOf("provenance"));
        provenance.set("target", Elements.list(Elements.reference(letter.opinion().opinionId())));
        provenance.put("occurredDateTime", letter.signedAt());
        provenance.put("recorded", letter.signedAt());
        var agent = Elements.object();
        agent.set("type", Elements.coded(AGENTS, "author"));
        agent.set("who", Elements.reference(letter.role()));
        provenance.set("agent", Elements.list(agent));
        provenance.set("entity", Elements.list(printed(letter)));
        provenance.set("signature", Elements.list(signature(letter)));
        return provenance;
    }

    /** The letter by its SHA-256 (RFC 6920), which {@code sha256sum} tells of the file. */
    private static ObjectNode printed(Delivered letter) {
        var what = Elements.object();
        what.set(
                "identifier",
                Elements.identifier("nih:sha-256;" + letter.opinion().letterSha256()));
        what.put("display", letter.title() + " (PDF)");
        var entity = Elements.object().put("role", "source");
        entity.set("what", what);
        return entity;
    }

    /** The act, as our event log holds it; no bytes that a key has made. */
    private static ObjectNode signature(Delivered letter) {
        var signature = Elements.object();
        signature.set(
                "type",
                Elements.list(
                        Elements.object()
                                .put("system", SIGNATURES)
                                .put("code", AUTHORS_SIGNATURE)));
        signature.put("when", letter.signedAt());
        signature.set("who", Elements.reference(letter.role()));
        return signature;
    }
}
