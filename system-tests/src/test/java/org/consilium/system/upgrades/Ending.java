package org.consilium.system.upgrades;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.Service;

/**
 * How a pod ends, as its Deployment says.
 *
 * @param beforeTheSignal in which proxies forget it
 * @param inAll then it is killed
 */
record Ending(Duration beforeTheSignal, Duration inAll) {

    static Ending of(Service service) {
        var pod = deployment(service).at("/spec/template/spec");
        var preStop = pod.at("/containers/0/lifecycle/preStop/sleep/seconds");
        var grace = pod.path("terminationGracePeriodSeconds");
        if (!preStop.isInt() || !grace.isInt()) {
            throw new IllegalStateException(service + ": the Deployment says not how it ends");
        }
        return new Ending(Duration.ofSeconds(preStop.asInt()), Duration.ofSeconds(grace.asInt()));
    }

    Duration afterTheSignal() {
        return inAll.minus(beforeTheSignal);
    }

    private static JsonNode deployment(Service service) {
        var file = Workspace.root().resolve("deploy/kubernetes/base/" + service.code() + ".yaml");
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            while (documents.hasNext()) {
                var document = (JsonNode) documents.next();
                if (document.path("kind").asText().equals("Deployment")) {
                    return document;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no Deployment in " + file);
    }
}
