package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.Source;
import org.consilium.stack.Topics;

/**
 * What the engines are told of topics, people and databases, held against the code and against
 * Compose's files.
 */
final class Engines {

    private static final Pattern HEARD =
            Pattern.compile("mp\\.messaging\\.incoming\\.\\w+\\.topic=\\$\\{TOPIC_PREFIX:}(\\S+)");

    private Engines() {}

    static List<String> topicsOtherThanInTheCode(Overlay overlay) {
        var wanted =
                Topics.names()
                        .map(name -> name + " " + Topics.PARTITIONS + " 3 2")
                        .collect(Collectors.toCollection(TreeSet::new));
        var made =
                overlay.of("KafkaTopic")
                        .map(
                                topic ->
                                        String.join(
                                                " ",
                                                Overlay.nameOf(topic),
                                                topic.at("/spec/partitions").asText(),
                                                topic.at("/spec/replicas").asText(),
                                                topic.at("/spec/config/min.insync.replicas")
                                                        .asText()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return differences(wanted, made);
    }

    /** Each service writes what is its own, reads what its settings listen to, and no more. */
    static List<String> rightsOnTopicsOtherThanNeeded(Overlay overlay) {
        var wrong = new ArrayList<String>();
        for (var source : Source.values()) {
            var user = overlay.named("KafkaUser", source.code() + "-service").findFirst();
            var given =
                    user.stream()
                            .flatMap(found -> Workload.each(found.at("/spec/authorization/acls")))
                            .flatMap(Engines::rights)
                            .collect(Collectors.toCollection(TreeSet::new));
            wrong.addAll(differences(needed(source), given));
        }
        return wrong;
    }

    private static Set<String> needed(Source source) {
        var needed = new TreeSet<String>();
        Stream.of(source.topic(), source.deadLetterTopic())
                .forEach(
                        topic ->
                                needed.addAll(
                                        List.of(
                                                "topic " + topic + " Write",
                                                "topic " + topic + " Describe")));
        HEARD.matcher(
                        Settings.text(
                                source.code()
                                        + "-service/src/main/resources/application.properties"))
                .results()
                .map(found -> found.group(1))
                .forEach(
                        topic ->
                                needed.addAll(
                                        List.of(
                                                "topic " + topic + " Read",
                                                "topic " + topic + " Describe")));
        needed.add("group " + source.code() + "-service Read");
        return needed;
    }

    private static Stream<String> rights(JsonNode acl) {
        var resource = acl.path("resource");
        var what = resource.path("type").asText() + " " + resource.path("name").asText();
        var isExact = resource.path("patternType").asText().equals("literal");
        return Workload.each(acl.path("operations"))
                .map(operation -> what + (isExact ? " " : "* ") + operation.asText());
    }

    /** The same grants as deploy/postgres/databases.sh, for each of the four. */
    static List<String> grantsOtherThanInCompose(Overlay overlay) {
        var wanted = new TreeSet<String>();
        for (var source : Source.values()) {
            Settings.text("deploy/postgres/databases.sh")
                    .lines()
                    .filter(line -> line.startsWith("alter default privileges"))
                    .map(line -> line.replace(":\"owner\"", source.code() + "_owner"))
                    .map(line -> line.replace(":\"name\"", source.code()).replace(";", ""))
                    .forEach(wanted::add);
        }
        var given =
                overlay.of("Cluster")
                        .flatMap(
                                cluster ->
                                        Workload.each(
                                                cluster.at(
                                                        "/spec/bootstrap/initdb/postInitTemplateSQL")))
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(TreeSet::new));
        return differences(wanted, given);
    }

    /** A database with its owner; both may sign in, over TLS and into it only. */
    static List<String> databasesThatLackSomething(Overlay overlay) {
        var wrong = new ArrayList<String>();
        var cluster = overlay.of("Cluster").findFirst().orElseThrow();
        var roles = cluster.at("/spec/managed/roles").findValuesAsText("name");
        var doors =
                Workload.each(cluster.at("/spec/postgresql/pg_hba")).map(JsonNode::asText).toList();
        for (var source : Source.values()) {
            var name = source.code();
            var owner = name + "_owner";
            var database = overlay.named("Database", name).findFirst();
            if (database.filter(d -> d.at("/spec/owner").asText().equals(owner)).isEmpty()) {
                wrong.add("no database " + name + " of " + owner);
            }
            if (!roles.containsAll(List.of(name, owner))) {
                wrong.add("no roles " + name + " and " + owner);
            }
            if (!doors.contains(
                    "hostssl %s %s,%s all scram-sha-256".formatted(name, name, owner))) {
                wrong.add("no door to " + name);
            }
        }
        if (!doors.getLast().equals("host all all all reject")) {
            wrong.add("there are other doors");
        }
        return wrong;
    }

    private static List<String> differences(Set<String> wanted, Set<String> given) {
        var missing =
                wanted.stream().filter(one -> !given.contains(one)).map(one -> "missing: " + one);
        var idle =
                given.stream().filter(one -> !wanted.contains(one)).map(one -> "too much: " + one);
        return Stream.concat(missing, idle).toList();
    }
}
