package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consilium.review.letter.LetterPage.AxisPart;

/** How the opinion stands to the first one on an axis, as codes that a program can count. */
final class Agreement {

    private static final String AXIS = "urn:consilium:agreement:axis";
    private static final String VALUE = "urn:consilium:agreement:value";
    private static final String SIGNIFICANCE = "urn:consilium:agreement:significance";
    private static final String CAUSE = "urn:consilium:agreement:cause";

    private Agreement() {}

    static ObjectNode on(AxisPart axis, Delivered letter) {
        var judged = letter.opinion().content().axes().get(axis.code());
        var observation = Elements.resource("Observation", letter.axis(axis.code()));
        observation.put("status", "final");
        observation.set("code", Elements.coded(AXIS, axis.code(), axis.axis()));
        observation.set("subject", Elements.reference(letter.patient()));
        observation.put("effectiveDateTime", letter.signedAt());
        observation.set("performer", Elements.list(Elements.reference(letter.role())));
        observation.set(
                "valueCodeableConcept", Elements.coded(VALUE, judged.value().code(), axis.value()));
        var components = Elements.list();
        if (judged.significance() != null) {
            components.add(
                    component(SIGNIFICANCE, judged.significance().code(), axis.significance()));
        }
        if (judged.cause() != null) {
            components.add(component(CAUSE, judged.cause().code(), axis.cause()));
        }
        if (!components.isEmpty()) {
            observation.set("component", components);
        }
        return observation;
    }

    private static ObjectNode component(String system, String code, String text) {
        var component = Elements.object();
        component.set(
                "code", Elements.coded(system, system.substring(system.lastIndexOf(':') + 1)));
        component.set("valueCodeableConcept", Elements.coded(system, code, text));
        return component;
    }
}
