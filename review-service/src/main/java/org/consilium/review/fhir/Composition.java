package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The document's first entry: whose opinion of whom this is, and what it says. */
final class Composition {

    /** LOINC: a teleconsultation note, which is what the opinion is as a document. */
    private static final String OPINION = "85208-7";

    private Composition() {}

    static ObjectNode of(Delivered letter) {
        var opinion = letter.opinion();
        var document = Elements.resource("Composition", opinion.opinionId());
        document.put("language", letter.words().language());
        document.set("text", head(letter).asText());
        // Of all versions the same; what tells one from another is the document's own.
        document.set("identifier", Elements.identifier(Elements.urn(opinion.caseId())));
        document.put("status", letter.replaced() == null ? "final" : "amended");
        document.set("type", Elements.coded(Elements.LOINC, OPINION, letter.title()));
        document.set("subject", Elements.reference(letter.patient()));
        document.put("date", letter.signedAt());
        document.set("author", Elements.list(Elements.reference(letter.role())));
        document.put("title", letter.title());
        document.put("confidentiality", "N");
        document.set("attester", Elements.list(attested(letter)));
        document.set("custodian", Elements.reference(letter.custodian()));
        if (letter.replaced() != null) {
            document.set("relatesTo", Elements.list(replaces(letter)));
        }
        document.set("section", Sections.of(letter));
        return document;
    }

    private static ObjectNode attested(Delivered letter) {
        var attester = Elements.object().put("mode", "professional").put("time", letter.signedAt());
        attester.set("party", Elements.reference(letter.role()));
        return attester;
    }

    private static ObjectNode replaces(Delivered letter) {
        var relation = Elements.object().put("code", "replaces");
        relation.set("targetIdentifier", Elements.identifier(Elements.urn(letter.replaced())));
        return relation;
    }

    /** What stands above the letter's first heading, and below its last line. */
    private static Narrative head(Delivered letter) {
        var page = letter.page();
        var signature = page.signature();
        var head =
                new Narrative(letter.words())
                        .stress(letter.title())
                        .written(page.programme())
                        .fact("patient", page.patient())
                        .fact("reference", page.reference())
                        .fact("reviewer", signature.name())
                        .written(signature.degrees())
                        .fact("licence", signature.licence())
                        .fact("signed-on", page.signedOn())
                        .fact("opinion-id", signature.opinionId())
                        .fact("version", Integer.toString(signature.version()));
        if (page.replaced() != null) {
            var earlier = page.replaced();
            head.stress(letter.words().of("amended"))
                    .fact("replaces", letter.words().of("version") + " " + earlier.version())
                    .fact("signed-on", earlier.signedOn())
                    .fact("amended-why", earlier.reason())
                    .written(earlier.text())
                    .say("amended-note");
        }
        return head.stress(page.agreement());
    }
}
