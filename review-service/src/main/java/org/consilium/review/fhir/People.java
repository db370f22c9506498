package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Who the document speaks of, with no more of each than the letter shows. */
final class People {

    private People() {}

    static ObjectNode patient(Delivered letter) {
        return named("Patient", letter.patient(), letter.page().patient());
    }

    static ObjectNode signer(Delivered letter) {
        var shown = letter.page().signature();
        var signer = named("Practitioner", letter.signer(), shown.name());
        var qualifications = signer.putArray("qualification");
        if (!shown.degrees().isBlank()) {
            var degrees = Elements.object();
            degrees.set("code", Elements.inWords(shown.degrees()));
            qualifications.add(degrees);
        }
        var licence = Elements.object();
        licence.set(
                "identifier",
                Elements.list(Elements.object().put("value", PlainText.line(shown.licence()))));
        licence.set("code", Elements.inWords(letter.words().of("licence")));
        qualifications.add(licence);
        return signer;
    }

    static ObjectNode role(Delivered letter) {
        var role = Elements.resource("PractitionerRole", letter.role());
        role.set("practitioner", Elements.reference(letter.signer()));
        role.set("organization", Elements.reference(letter.custodian()));
        role.set("code", Elements.list(Elements.inWords(letter.words().of("reviewer"))));
        return role;
    }

    static ObjectNode custodian(Delivered letter) {
        return Elements.resource("Organization", letter.custodian())
                .put("name", PlainText.line(letter.installation()));
    }

    private static ObjectNode named(String type, UUID id, String name) {
        var person = Elements.resource(type, id);
        person.set("name", Elements.list(Elements.object().put("text", PlainText.line(name))));
        return person;
    }
}
