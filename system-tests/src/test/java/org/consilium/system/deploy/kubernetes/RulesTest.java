package org.consilium.system.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A manifest that is broken is found by the rule it breaks. */
class RulesTest {

    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private static Overlay whole;

    @BeforeAll
    static void render() {
        whole = Overlay.canBeRendered() ? Overlay.rendered("production") : null;
    }

    @BeforeEach
    void need_kubectl() {
        assumeTrue(Overlay.canBeRendered(), "no kubectl");
    }

    @TestFactory
    Stream<DynamicTest> each_rule_finds_what_breaks_it() {
        return broken().entrySet().stream()
                .map(
                        broken ->
                                DynamicTest.dynamicTest(
                                        broken.getKey(),
                                        () ->
                                                assertThat(
                                                                Rules.of(whole)
                                                                        .get(broken.getKey())
                                                                        .apply(broken.getValue()))
                                                        .isNotEmpty()));
    }

    @Test
    void no_rule_is_left_out() {
        assertThat(broken()).containsOnlyKeys(Rules.of(whole).keySet());
    }

    @Test
    void an_amount_that_is_none_and_a_field_of_an_operator_that_is_unknown_are_refused() {
        assertThat(
                        Models.refusals(
                                deployment(
                                        CONTAINER + "/resources/limits",
                                        limits -> limits.put("memory", "512 MB"))))
                .anyMatch(refusal -> refusal.contains("512 MB"));
        assertThat(
                        Models.refusals(
                                whole.with(
                                        "Cluster",
                                        "postgres",
                                        c -> at(c, "/spec").put("instance", 3))))
                .containsExactly("postgresql.cnpg.io/v1 Cluster spec.instance");
        assertThat(
                        Models.refusals(
                                whole.with(
                                        "KafkaTopic",
                                        "review.events",
                                        t -> at(t, "/spec").put("partition", 1))))
                .anyMatch(refusal -> refusal.contains("partition"));
    }

    @Test
    void
            without_its_policy_nothing_reaches_a_service_and_without_the_one_for_everybody_much_does() {
        assertThat(Edges.closedWhereTheyEnd(whole.without("NetworkPolicy", "review")))
                .contains("intake > review 8083", "ingress > review 8083");
        assertThat(Edges.nothingIsOpenOtherwise(whole.without("NetworkPolicy", "everybody")))
                .isFalse();
    }

    private static Map<String, Overlay> broken() {
        var broken = new HashMap<String, Overlay>();
        broken.putAll(brokenPods());
        broken.putAll(brokenContainers());
        broken.putAll(brokenReferences());
        broken.putAll(brokenEngines());
        broken.putAll(brokenDoors());
        return broken;
    }

    private static Map<String, Overlay> brokenPods() {
        return Map.ofEntries(
                Map.entry(
                        "selector that misses its pods",
                        whole.with(
                                "Service",
                                "review",
                                s -> at(s, "/spec/selector").put("consilium.org/part", "reviews"))),
                Map.entry(
                        "pod without its three probes",
                        deployment(CONTAINER, c -> c.remove("startupProbe"))),
                Map.entry(
                        "probe that does what another does",
                        deployment(
                                CONTAINER + "/livenessProbe/httpGet",
                                p -> p.put("path", "/q/health/ready"))),
                Map.entry(
                        "container without limits",
                        deployment(CONTAINER + "/resources/limits", l -> l.remove("memory"))),
                Map.entry(
                        "container with more rights than needed",
                        deployment(
                                CONTAINER + "/securityContext",
                                s -> s.put("allowPrivilegeEscalation", true))),
                Map.entry(
                        "container that may write to its image",
                        deployment(
                                CONTAINER + "/securityContext",
                                s -> s.remove("readOnlyRootFilesystem"))),
                Map.entry(
                        "pod with a token",
                        deployment(
                                "/spec/template/spec",
                                s -> s.remove("automountServiceAccountToken"))));
    }

    private static Map<String, Overlay> brokenContainers() {
        return Map.ofEntries(
                Map.entry(
                        "field that is unknown, quantity that is none",
                        deployment(CONTAINER, c -> c.put("imagePullPolice", "Always"))),
                Map.entry(
                        "image that moves",
                        deployment(
                                CONTAINER,
                                c ->
                                        c.put(
                                                "image",
                                                "registry.consilium.example/review-service:latest"))),
                Map.entry(
                        "image without digest",
                        whole.with(
                                "StatefulSet",
                                "scanner",
                                w -> at(w, CONTAINER).put("image", "clamav/clamav:1.4.6"))),
                Map.entry(
                        "service that is cut off at its end",
                        deployment(
                                "/spec/template/spec",
                                s -> s.put("terminationGracePeriodSeconds", 20))),
                Map.entry(
                        "setting that is missing",
                        deployment(CONTAINER, c -> ((ArrayNode) c.get("env")).remove(0))),
                Map.entry(
                        "setting that nobody asks for",
                        deployment(CONTAINER + "/env/0", e -> e.put("name", "HTTP_PORTS"))));
    }

    private static Map<String, Overlay> brokenReferences() {
        return Map.ofEntries(
                Map.entry("reference to nothing", whole.without("ServiceAccount", "review")),
                Map.entry(
                        "secret that nobody makes",
                        deployment(
                                CONTAINER + "/env/3/valueFrom/secretKeyRef",
                                r -> r.put("name", "review-password"))),
                Map.entry(
                        "secret that nobody uses",
                        whole.without("ScheduledBackup", "nightly")
                                .without("ObjectStore", "postgres-backup")),
                Map.entry(
                        "edge that is not in the picture",
                        policy(
                                "/spec/egress/0/to/0/podSelector/matchLabels",
                                l -> l.put("consilium.org/part", "scanner"))),
                Map.entry(
                        "edge that is closed where it begins",
                        policy("/spec", s -> ((ArrayNode) s.get("egress")).remove(0))),
                Map.entry(
                        "edge that is closed where it ends",
                        policy("/spec", s -> ((ArrayNode) s.get("ingress")).remove(2))));
    }

    private static Map<String, Overlay> brokenEngines() {
        return Map.ofEntries(
                Map.entry(
                        "topic other than in the code",
                        whole.with(
                                "KafkaTopic",
                                "review.events",
                                t -> at(t, "/spec").put("partitions", 6))),
                Map.entry(
                        "right on a topic other than needed",
                        whole.with(
                                "KafkaUser",
                                "review-service",
                                u ->
                                        at(u, "/spec/authorization/acls/0/resource")
                                                .put("name", "intake.events"))),
                Map.entry(
                        "grant other than Compose's",
                        whole.with(
                                "Cluster",
                                "postgres",
                                c ->
                                        ((ArrayNode)
                                                        c.at(
                                                                "/spec/bootstrap/initdb/postInitTemplateSQL"))
                                                .remove(0))),
                Map.entry("database that lacks something", whole.without("Database", "review")));
    }

    private static Map<String, Overlay> brokenDoors() {
        return Map.ofEntries(
                Map.entry(
                        "address that leads elsewhere",
                        whole.with(
                                "Ingress",
                                "api",
                                i ->
                                        at(i, "/spec/rules/0/http/paths/0")
                                                .put("path", "/api/programs"))),
                Map.entry(
                        "inner address that is open",
                        whole.with(
                                "Ingress",
                                "api",
                                i -> at(i, "/spec/rules/0/http/paths/0").put("path", "/q"))),
                Map.entry(
                        "host without TLS",
                        whole.with("Ingress", "files", i -> at(i, "/spec").remove("tls"))));
    }

    private static Overlay deployment(String pointer, Consumer<ObjectNode> change) {
        return whole.with("Deployment", "review", document -> change.accept(at(document, pointer)));
    }

    private static Overlay policy(String pointer, Consumer<ObjectNode> change) {
        return whole.with(
                "NetworkPolicy", "review", document -> change.accept(at(document, pointer)));
    }

    private static ObjectNode at(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }
}
