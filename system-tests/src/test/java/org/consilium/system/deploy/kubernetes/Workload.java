package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What runs pods: a Deployment, a StatefulSet or a Job. */
record Workload(JsonNode document) {

    String name() {
        return Overlay.nameOf(document);
    }

    String kind() {
        return document.path("kind").asText();
    }

    boolean isJob() {
        return kind().equals("Job");
    }

    boolean isOurs() {
        return container().path("image").asText().contains("-service:");
    }

    JsonNode labels() {
        return document.at("/spec/template/metadata/labels");
    }

    String part() {
        return labels().path("consilium.org/part").asText();
    }

    JsonNode pod() {
        return document.at("/spec/template/spec");
    }

    Stream<JsonNode> containers() {
        return each(pod().path("containers"));
    }

    /** Each has one. */
    JsonNode container() {
        return pod().path("containers").path(0);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
