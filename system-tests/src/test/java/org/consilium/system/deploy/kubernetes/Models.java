package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Resources as the classes of Kubernetes and Strimzi: a field that these do not have is refused.
 */
final class Models {

    private static final Map<String, Class<?>> CLASSES =
            Map.ofEntries(
                    Map.entry("v1 ConfigMap", ConfigMap.class),
                    Map.entry("v1 Namespace", Namespace.class),
                    Map.entry("v1 Secret", Secret.class),
                    Map.entry("v1 Service", Service.class),
                    Map.entry("v1 ServiceAccount", ServiceAccount.class),
                    Map.entry("apps/v1 Deployment", Deployment.class),
                    Map.entry("apps/v1 StatefulSet", StatefulSet.class),
                    Map.entry("batch/v1 CronJob", CronJob.class),
                    Map.entry("batch/v1 Job", Job.class),
                    Map.entry(
                            "autoscaling/v2 HorizontalPodAutoscaler",
                            HorizontalPodAutoscaler.class),
                    Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
                    Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
                    Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
                    Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
                    Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
                    Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
                    Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class));

    private static final List<String> QUANTITIES = List.of("requests", "limits");

    /** The classes keep what they do not know in a map beside; without that, it is an error. */
    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .annotationIntrospector(
                            new JacksonAnnotationIntrospector() {
                                @Override
                                public Boolean hasAnySetter(Annotated method) {
                                    return false;
                                }
                            })
                    .build();

    private Models() {}

    static List<String> refusals(Overlay overlay) {
        return overlay.documents().stream().flatMap(Models::refusal).toList();
    }

    private static Stream<String> refusal(JsonNode document) {
        var type = document.path("apiVersion").asText() + " " + document.path("kind").asText();
        var found = CLASSES.get(type);
        if (found == null) {
            return CustomFields.refusals(type, document);
        }
        try {
            STRICT.treeToValue(document, found);
            return document.findParents("requests").stream()
                    .flatMap(resources -> QUANTITIES.stream().map(resources::path))
                    .flatMap(JsonNode::valueStream)
                    .flatMap(Models::wrongAmount);
        } catch (JsonProcessingException | IllegalArgumentException refused) {
            return Stream.of(Overlay.nameOf(document) + ": " + refused.getMessage());
        }
    }

    private static Stream<String> wrongAmount(JsonNode amount) {
        try {
            var number = Quantity.getAmountInBytes(Quantity.parse(amount.asText()));
            return number.signum() > 0 ? Stream.empty() : Stream.of(amount + " is nothing");
        } catch (ArithmeticException | IllegalArgumentException refused) {
            return Stream.of(amount + " is no quantity");
        }
    }
}
