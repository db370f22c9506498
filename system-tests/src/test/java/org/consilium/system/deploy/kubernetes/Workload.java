package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What runs pods: a Deployment, a StatefulSet, a Job or a CronJob. */
record Workload(JsonNode document) {

    String name() {
        return Overlay.nameOf(document);
    }

    String kind() {
        return document.path("kind").asText();
    }

    boolean isJob() {
        return kind().endsWith("Job");
    }

    /** One of the services. */
    boolean isOurs() {
        return image().contains("-service:");
    }

    /** A service, or the operator's commands: an image that this project builds. */
    boolean isBuiltHere() {
        return isOurs() || image().contains("/ops:");
    }

    String image() {
        return container().path("image").asText();
    }

    JsonNode labels() {
        return template().at("/metadata/labels");
    }

    String part() {
        return labels().path("consilium.org/part").asText();
    }

    JsonNode pod() {
        return template().path("spec");
    }

    private JsonNode template() {
        return document.at(
                kind().equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template");
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
