package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.contracts.Source;

/** What the outside reaches: every public address of the services, and no other. */
final class Doors {

    private static final Pattern PATH = Pattern.compile("(?m)^  (/[^:]+):$");

    private Doors() {}

    static List<String> addressesThatLeadElsewhere(Overlay overlay) {
        return Stream.of(Source.values())
                .flatMap(
                        source ->
                                addresses(source)
                                        .filter(address -> address.startsWith("/api/"))
                                        .filter(
                                                address ->
                                                        !ledTo(overlay, address)
                                                                .equals(source.code()))
                                        .map(
                                                address ->
                                                        address
                                                                + " leads to '"
                                                                + ledTo(overlay, address)
                                                                + "'"))
                .toList();
    }

    static List<String> addressesThatShouldStayInside(Overlay overlay) {
        var health = Stream.of("/q/health/ready", "/q/metrics", "/q/swagger-ui");
        var internal =
                Stream.of(Source.values())
                        .flatMap(Doors::addresses)
                        .filter(a -> a.startsWith("/internal/"));
        return Stream.concat(health, internal)
                .filter(address -> !ledTo(overlay, address).isEmpty())
                .toList();
    }

    static List<String> hostsWithoutTls(Overlay overlay) {
        return overlay.of("Ingress")
                .filter(
                        ingress ->
                                !ingress.at("/spec/rules")
                                        .findValuesAsText("host")
                                        .equals(
                                                Workload.each(ingress.at("/spec/tls/0/hosts"))
                                                        .map(JsonNode::asText)
                                                        .toList()))
                .map(Overlay::nameOf)
                .toList();
    }

    private static Stream<String> addresses(Source source) {
        return PATH.matcher(Settings.text("docs/openapi/" + source.code() + ".yaml"))
                .results()
                .map(found -> found.group(1));
    }

    /** As a controller decides: by whole elements of the path. */
    private static String ledTo(Overlay overlay, String address) {
        return overlay.named("Ingress", "api")
                .flatMap(ingress -> Workload.each(ingress.at("/spec/rules/0/http/paths")))
                .filter(rule -> (address + "/").startsWith(rule.path("path").asText() + "/"))
                .map(rule -> rule.at("/backend/service/name").asText())
                .findFirst()
                .orElse("");
    }
}
