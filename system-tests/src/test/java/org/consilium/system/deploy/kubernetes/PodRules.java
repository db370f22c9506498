package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every pod of ours keeps to. */
final class PodRules {

    private static final List<String> PROBES =
            List.of("startupProbe", "readinessProbe", "livenessProbe");

    /** Their images write beside their programs as they start. */
    private static final Set<String> WRITE_TO_THEIR_IMAGE = Set.of("kafka", "keycloak");

    private static final Pattern PINNED =
            Pattern.compile("[^:@]+(:\\d+)?(/[^:@]+)*:[^:@]*\\d[^:@]*(@sha256:[0-9a-f]{64})?");

    /** quarkus.shutdown.timeout, for requests under way. */
    private static final int SHUTDOWN_SECONDS = 20;

    private PodRules() {}

    static List<String> selectorsThatMissTheirPods(Overlay overlay) {
        var parts = overlay.workloads().map(Workload::part).toList();
        var pods =
                breaking(
                        overlay.workloads().filter(workload -> !workload.isJob()),
                        workload ->
                                !workload.document()
                                        .at("/spec/selector/matchLabels")
                                        .equals(workload.labels()));
        var services =
                overlay.of("Service")
                        .filter(service -> !parts.contains(partOf(service.at("/spec/selector"))));
        var budgets =
                overlay.of("PodDisruptionBudget")
                        .filter(b -> !parts.contains(partOf(b.at("/spec/selector/matchLabels"))));
        return Stream.concat(pods, Stream.concat(services, budgets).map(Overlay::nameOf)).toList();
    }

    static List<String> withoutTheirThreeProbes(Overlay overlay) {
        return breaking(
                        overlay.workloads().filter(workload -> !workload.isJob()),
                        workload -> !PROBES.stream().allMatch(workload.container()::hasNonNull))
                .toList();
    }

    /**
     * The start has a long breath, a pod that is not ready comes out soon, and one that hangs goes
     * after a while.
     */
    static List<String> probesThatDoTheSame(Overlay overlay) {
        return breaking(
                        overlay.workloads().filter(Workload::isOurs),
                        workload -> {
                            var container = workload.container();
                            return seconds(container.path("startupProbe")) < 180
                                    || seconds(container.path("readinessProbe")) > 15
                                    || seconds(container.path("livenessProbe")) < 60
                                    || path(container, "readinessProbe")
                                            .equals(path(container, "livenessProbe"));
                        })
                .toList();
    }

    static List<String> withoutLimits(Overlay overlay) {
        return breaking(
                        overlay.workloads(),
                        workload ->
                                Stream.of(
                                                "requests/cpu",
                                                "requests/memory",
                                                "limits/cpu",
                                                "limits/memory")
                                        .anyMatch(
                                                amount ->
                                                        workload.container()
                                                                .at("/resources/" + amount)
                                                                .isMissingNode()))
                .toList();
    }

    static List<String> withMoreRightsThanNeeded(Overlay overlay) {
        return breaking(overlay.workloads(), workload -> !isRestricted(workload)).toList();
    }

    static List<String> thatMayWriteToTheirImage(Overlay overlay) {
        return breaking(
                        overlay.workloads()
                                .filter(
                                        workload ->
                                                !WRITE_TO_THEIR_IMAGE.contains(workload.name())),
                        workload ->
                                !workload.container()
                                        .at("/securityContext/readOnlyRootFilesystem")
                                        .asBoolean())
                .toList();
    }

    static List<String> withAToken(Overlay overlay) {
        return breaking(
                        overlay.workloads(),
                        workload ->
                                workload.pod().path("automountServiceAccountToken").asBoolean(true)
                                        || workload.pod()
                                                .path("enableServiceLinks")
                                                .asBoolean(true))
                .toList();
    }

    static List<String> imagesThatMove(Overlay overlay) {
        return overlay.workloads()
                .map(Workload::image)
                .filter(image -> !PINNED.matcher(image).matches())
                .toList();
    }

    /** Of what others build; a tag of ours is never given twice. */
    static List<String> imagesWithoutDigest(Overlay overlay) {
        return overlay.workloads()
                .filter(workload -> !workload.isBuiltHere())
                .map(Workload::image)
                .filter(image -> !image.contains("@sha256:"))
                .toList();
    }

    static List<String> cutOffAtTheEnd(Overlay overlay) {
        return breaking(
                        overlay.workloads().filter(Workload::isOurs),
                        workload -> {
                            var first =
                                    workload.container()
                                            .at("/lifecycle/preStop/sleep/seconds")
                                            .asInt();
                            var all = workload.pod().path("terminationGracePeriodSeconds").asInt();
                            return first < 5 || all < first + SHUTDOWN_SECONDS + 10;
                        })
                .toList();
    }

    private static boolean isRestricted(Workload workload) {
        var pod = workload.pod().path("securityContext");
        var container = workload.container().path("securityContext");
        return pod.path("runAsNonRoot").asBoolean()
                && pod.path("runAsUser").asInt() > 0
                && pod.at("/seccompProfile/type").asText().equals("RuntimeDefault")
                && !container.path("allowPrivilegeEscalation").asBoolean(true)
                && container.at("/capabilities/drop/0").asText().equals("ALL")
                && container.at("/capabilities/add").isMissingNode();
    }

    private static int seconds(JsonNode probe) {
        return probe.path("periodSeconds").asInt(10) * probe.path("failureThreshold").asInt(3);
    }

    private static String path(JsonNode container, String probe) {
        return container.at("/" + probe + "/httpGet/path").asText();
    }

    private static String partOf(JsonNode labels) {
        return labels.path("consilium.org/part").asText();
    }

    private static Stream<String> breaking(Stream<Workload> workloads, Predicate<Workload> rule) {
        return workloads.filter(rule).map(Workload::name);
    }
}
