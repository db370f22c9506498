package org.consilium.system.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consilium.ops.Ops;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each overlay against each rule that is for it. Without kubectl all of it is skipped, and says so.
 */
class KubernetesTest {

    private static final Map<String, Overlay> OVERLAYS = new TreeMap<>();

    @BeforeAll
    static void render() {
        if (!Overlay.canBeRendered()) {
            System.out.println("Skipped: the Kubernetes files, for want of kubectl.");
            return;
        }
        OVERLAYS.put("local", Overlay.rendered("local"));
        OVERLAYS.put("production", Overlay.rendered("production"));
        OVERLAYS.put("production by Kafka's lag", KafkaLag.rendered());
    }

    /** Before each, so that each is counted as skipped. */
    @BeforeEach
    void need_kubectl() {
        assumeTrue(Overlay.canBeRendered(), "no kubectl");
    }

    @TestFactory
    Stream<DynamicTest> every_rule_holds_in_every_overlay() {
        return OVERLAYS.entrySet().stream()
                .flatMap(
                        overlay ->
                                Rules.of(overlay.getValue()).entrySet().stream()
                                        .map(
                                                rule ->
                                                        DynamicTest.dynamicTest(
                                                                overlay.getKey()
                                                                        + ": no "
                                                                        + rule.getKey(),
                                                                () ->
                                                                        assertThat(
                                                                                        rule.getValue()
                                                                                                .apply(
                                                                                                        overlay
                                                                                                                .getValue()))
                                                                                .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> what_no_policy_names_is_closed() {
        return OVERLAYS.entrySet().stream()
                .map(
                        overlay ->
                                DynamicTest.dynamicTest(
                                        overlay.getKey(),
                                        () ->
                                                assertThat(
                                                                Edges.nothingIsOpenOtherwise(
                                                                        overlay.getValue()))
                                                        .isTrue()));
    }

    @Test
    void no_field_is_listed_that_nothing_uses() {
        assertThat(CustomFields.unused(OVERLAYS.values().stream())).isEmpty();
    }

    @Test
    void the_realm_that_is_imported_is_the_one_of_compose() throws IOException {
        var file = SourceTree.ROOT.resolve("deploy/keycloak/consilium-realm.json").toFile();
        var realm = OVERLAYS.get("production").of("KeycloakRealmImport").findFirst().orElseThrow();
        assertThat(realm.at("/spec/realm")).isEqualTo(new ObjectMapper().readTree(file));
        assertThat(realm.at("/spec/placeholders").propertyStream().map(Map.Entry::getKey))
                .allSatisfy(
                        name ->
                                assertThat(realm.at("/spec/realm").toString())
                                        .contains("${" + name + "}"));
    }

    @Test
    void the_secrets_of_a_machine_of_ones_own_are_those_that_are_asked_for() {
        var made = new TreeSet<String>();
        for (var secret : Overlay.printedBy(Overlay.FILES.resolve("local-secrets").toString())) {
            secret.path("stringData")
                    .fieldNames()
                    .forEachRemaining(key -> made.add(Overlay.nameOf(secret) + " " + key));
        }
        assertThat(made).isEqualTo(References.made(OVERLAYS.get("local")));
    }

    /** What a machine of one's own runs is what Compose runs. */
    @Test
    void the_engines_of_one_machine_are_those_of_compose() {
        var compose = Set.copyOf(imagesIn(Settings.text("docker-compose.yml")));
        assertThat(OVERLAYS.get("local").workloads().filter(workload -> !workload.isOurs()))
                .extracting(Workload::image)
                .isNotEmpty()
                .isSubsetOf(compose);
    }

    @Test
    void the_images_of_the_services_carry_the_version_of_the_build() {
        var version =
                Settings.text("pom.xml").replaceAll("(?s).*?<version>([^<]+)</version>.*", "$1");
        assertThat(
                        OVERLAYS.values().stream()
                                .flatMap(Overlay::workloads)
                                .filter(Workload::isBuiltHere))
                .extracting(Workload::image)
                .allMatch(image -> image.endsWith(":" + version));
    }

    /** Each goes as far as to what does not answer here; a missing setting would end it before. */
    @ParameterizedTest
    @ValueSource(strings = {"backlog", "chains", "reconcile"})
    void the_operator_s_pod_has_what_each_command_asks_for(String command) {
        for (var overlay : OVERLAYS.values()) {
            var pod = overlay.workloads().filter(w -> w.name().equals("ops")).findFirst();
            var environment = new HashMap<String, String>();
            Settings.given(overlay, pod.orElseThrow())
                    .forEach(name -> environment.put(name, "127.0.0.1:1"));
            environment.keySet().removeIf(name -> name.startsWith("KAFKA_"));
            var errors = new StringWriter();
            Ops.run(environment, Ops.out(), new PrintWriter(errors), command);
            assertThat(errors.toString()).isNotEmpty().doesNotContain("missing");
        }
    }

    private static List<String> imagesIn(String text) {
        return text.lines()
                .filter(line -> line.strip().startsWith("image: "))
                .map(line -> line.strip().substring("image: ".length()))
                .toList();
    }
}
