package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reaches whom: an edge is {@code from > to port}. Each is written down in edges.md and let
 * through at both ends, where both are ours.
 */
final class Edges {

    private static final Set<String> AROUND = Set.of("ingress", "monitoring", "operators");
    private static final Set<String> BEYOND = Set.of("outside", "kubernetes", "dns", "monitoring");
    private static final String ANYWHERE = "0.0.0.0/0";

    private Edges() {}

    static List<String> notInThePicture(Overlay overlay) {
        return difference(
                Stream.concat(open(overlay, "egress"), open(overlay, "ingress")),
                written(overlay, _ -> true));
    }

    static List<String> closedWhereTheyBegin(Overlay overlay) {
        return difference(
                written(overlay, edge -> !AROUND.contains(edge.from())), open(overlay, "egress"));
    }

    static List<String> closedWhereTheyEnd(Overlay overlay) {
        return difference(
                written(overlay, edge -> !BEYOND.contains(edge.to())), open(overlay, "ingress"));
    }

    /** Without this one, whatever no policy names would be open. */
    static boolean nothingIsOpenOtherwise(Overlay overlay) {
        return overlay.named("NetworkPolicy", "everybody")
                .anyMatch(
                        policy ->
                                policy.at("/spec/podSelector").isEmpty()
                                        && policy.at("/spec/policyTypes").size() == 2
                                        && policy.at("/spec/ingress").isMissingNode());
    }

    private record Edge(String from, String to, String port) {
        @Override
        public String toString() {
            return from + " > " + to + " " + port;
        }
    }

    private static Stream<String> written(Overlay overlay, Predicate<Edge> which) {
        return Table.rows("edges.md", "from")
                .filter(row -> Table.isFor(overlay, row.get(3)))
                .flatMap(
                        row ->
                                row.get(0).stream()
                                        .flatMap(
                                                from ->
                                                        row.get(1).stream()
                                                                .flatMap(
                                                                        to ->
                                                                                row.get(2).stream()
                                                                                        .map(
                                                                                                port ->
                                                                                                        new Edge(
                                                                                                                from,
                                                                                                                to,
                                                                                                                port)))))
                .filter(which)
                .map(Edge::toString);
    }

    private static Stream<String> open(Overlay overlay, String direction) {
        return overlay.of("NetworkPolicy")
                .flatMap(policy -> edges(policy, direction))
                .map(Edge::toString);
    }

    private static Stream<Edge> edges(JsonNode policy, String direction) {
        var here = partOf(policy.at("/spec/podSelector"));
        var isOut = direction.equals("egress");
        return Workload.each(policy.at("/spec/" + direction))
                .flatMap(
                        rule ->
                                Workload.each(rule.path(isOut ? "to" : "from"))
                                        .map(Edges::nameOf)
                                        .flatMap(
                                                there ->
                                                        ports(rule)
                                                                .map(
                                                                        port ->
                                                                                isOut
                                                                                        ? new Edge(
                                                                                                here,
                                                                                                there,
                                                                                                port)
                                                                                        : new Edge(
                                                                                                there,
                                                                                                here,
                                                                                                port))));
    }

    /** No ports would be all of them. */
    private static Stream<String> ports(JsonNode rule) {
        var ports =
                Workload.each(rule.path("ports"))
                        .map(port -> port.path("port").asText())
                        .distinct()
                        .toList();
        return ports.isEmpty() ? Stream.of("every port") : ports.stream();
    }

    private static String nameOf(JsonNode peer) {
        if (peer.has("ipBlock")) {
            var isPublic = peer.at("/ipBlock/except").size() > 0;
            var block = peer.at("/ipBlock/cidr").asText();
            return block.equals(ANYWHERE) ? isPublic ? "outside" : "kubernetes" : block;
        }
        var namespace = peer.at("/namespaceSelector/matchLabels");
        if (namespace.has("consilium.org/role")) {
            return namespace.path("consilium.org/role").asText();
        }
        return namespace.isMissingNode() ? partOf(peer.path("podSelector")) : "dns";
    }

    private static String partOf(JsonNode selector) {
        return selector.at("/matchLabels/consilium.org~1part").asText("everybody");
    }

    private static List<String> difference(Stream<String> one, Stream<String> other) {
        var left = one.collect(Collectors.toCollection(TreeSet::new));
        other.forEach(left::remove);
        return List.copyOf(left);
    }
}
