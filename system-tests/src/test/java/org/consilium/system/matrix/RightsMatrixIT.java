package org.consilium.system.matrix;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.consilium.contracts.Source;
import org.consilium.ops.record.Chains;
import org.consilium.stack.parts.Databases;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.matrix.Knock.Reply;
import org.consilium.system.rights.Edge;
import org.consilium.system.rights.Edges;
import org.consilium.system.story.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@Tag("rights")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsMatrixIT {

    private static final int KNOCKS_AT_ONCE = 12;

    /** The patient's side is told who it was, not only in which standing. */
    private static final Set<String> BY_ID = Set.of("reviewer", "break-glass");

    private final Canaries canaries = new Canaries();
    private final List<Edge> edges = Edges.ofAll();

    private RunningSystem system;
    private Personas personas;
    private BadTokens badTokens;
    private Stories stories;
    private RowsBeside rowsBeside;
    private List<Scene> scenes;

    @BeforeAll
    void casesInEachState(@TempDir Path directory) throws Exception {
        system = RunningSystem.in(directory);
        system.start(_ -> {});
        personas = new Personas(system);
        badTokens = new BadTokens(personas);
        stories = new Stories(system, personas, canaries);
        rowsBeside = new RowsBeside(system, canaries);
        scenes = rowsBeside.addedTo(stories.told());
        new Settling(system).settled();
    }

    @AfterAll
    void stopped() {
        system.stop();
    }

    @Test
    @Order(1)
    void nobody_without_right_gets_in_or_reads_a_word() throws Exception {
        var databases = new Settling(system);
        var acted = databases.actedByPeople();
        var looks = databases.looks();
        var verdicts = new Verdicts(Expectation.written(), canaries, byName(), nothingThere());
        Workers.inParallel(KNOCKS_AT_ONCE, knocks(verdicts, personas.signedIn(), scenes));
        var without = new ArrayList<>(badTokens.all());
        without.addAll(rowsBeside.holders());
        Workers.inParallel(KNOCKS_AT_ONCE, knocks(verdicts, without, scenes.subList(0, 1)));
        await().atMost(6, MINUTES).until(badTokens::hasExpired);
        Workers.inParallel(
                KNOCKS_AT_ONCE,
                knocks(verdicts, List.of(badTokens.expired()), scenes.subList(0, 1)));
        report(verdicts);
        assertSoftly(
                all -> {
                    all.assertThat(stories.untold()).as("stories that came to nothing").isEmpty();
                    all.assertThat(Outsider.before(scenes))
                            .as("those nearest to a case without a right to it")
                            .containsExactly(Outsider.values());
                    all.assertThat(verdicts.leaks()).as("leaks").isEmpty();
                    all.assertThat(verdicts.broken()).as("broken").isEmpty();
                    all.assertThat(verdicts.untested(edges)).as("untested").isEmpty();
                    all.assertThat(verdicts.fieldsSeen())
                            .as("words that somebody could read, or the judge is blind")
                            .containsExactlyInAnyOrderElementsOf(canaries.fields());
                    all.assertThat(databases.actedByPeople())
                            .as("events by people: knocking changed nothing")
                            .isEqualTo(acted);
                    all.assertThat(databases.looksSince(looks))
                            .as("each look has left exactly one entry")
                            .isEqualTo(verdicts.looks());
                });
    }

    @Test
    @Order(2)
    void the_patients_side_sees_who_looked_and_by_id_the_reviewer_and_who_broke_the_glass() {
        var caseId = byName().get("family-abroad/RELEASED").ids().get("caseId").getFirst();
        var amina = new People(system).named("amina");
        for (var log :
                Map.of(
                                Service.INTAKE, "/api/cases/",
                                Service.DOCUMENTS, "/api/documents/cases/",
                                Service.REVIEW, "/api/reviews/")
                        .entrySet()) {
            var path = log.getValue() + caseId + "/accesses?size=100";
            var looks = amina.get(log.getKey(), path).expect(200).body().path("items");
            assertThat(looks.findValuesAsText("as"))
                    .contains(
                            "clinical-lead", "reviewer", "representative", "patient", "break-glass")
                    .doesNotContain("operator", "service");
            looks.forEach(
                    look ->
                            assertThat(look.has("person"))
                                    .as("%s", look)
                                    .isEqualTo(BY_ID.contains(look.path("as").asText())));
        }
    }

    @Test
    @Order(3)
    void by_tables_that_let_nobody_in_the_same_answers_are_leaks() throws Exception {
        var verdicts = new Verdicts(Expectation.ofNobody(), canaries, byName(), nothingThere());
        var lead =
                personas.signedIn().stream()
                        .filter(persona -> persona.name().equals("lena"))
                        .toList();
        var released = List.of(byName().get("family-abroad/RELEASED"));
        Workers.inParallel(KNOCKS_AT_ONCE, knocks(verdicts, lead, released));
        assertThat(String.join("\n", verdicts.leaks()))
                .contains("intake GET /api/cases/{caseId}: lena is refused but got 200")
                .contains("intake GET /api/cases/{caseId}: lena reads case-words of")
                .contains("documents GET /api/documents/{documentId}/content: lena reads record of")
                .contains("review GET /api/reviews/{caseId}/opinion: lena reads opinion of")
                .contains("review GET /api/reviews/{caseId}/letter: lena reads opinion of")
                .contains("review GET /api/reviews/{caseId}/letter.fhir: lena reads opinion of");
    }

    @Test
    @Order(4)
    void a_row_changed_by_hand_is_named() throws SQLException {
        var databases = system.parts().postgres().databases();
        assertThat(brokenChains(databases)).isEmpty();
        var caseId = scenes.getFirst().ids().get("caseId").getFirst();
        try (var intake = databases.connect("intake");
                var change = intake.createStatement()) {
            change.execute("alter table access_log disable trigger access_log_is_append_only");
            change.execute(
                    "update access_log set standing = 'reviewer' where seq = 2 and case_id = '%s'"
                            .formatted(caseId));
            change.execute("alter table access_log enable trigger access_log_is_append_only");
        }
        assertThat(brokenChains(databases))
                .containsExactly("broken: intake.access_log case " + caseId + " from seq 2 on");
    }

    private static List<String> brokenChains(Databases databases) throws SQLException {
        var broken = new ArrayList<String>();
        for (var service : Source.values()) {
            try (var database = databases.connect(service.code())) {
                broken.addAll(Chains.broken(service, database));
            }
        }
        return broken;
    }

    private List<Callable<Void>> knocks(Verdicts verdicts, List<Persona> people, List<Scene> on) {
        var knock = new Knock(system);
        var all = new ArrayList<Callable<Void>>();
        for (var edge : edges) {
            for (var scene : edge.isAboutACase() ? on : on.subList(0, 1)) {
                for (var path : Knock.paths(edge, scene)) {
                    for (var persona : people) {
                        all.add(
                                () -> {
                                    verdicts.on(
                                            edge, persona, scene, knock.at(edge, path, persona));
                                    return null;
                                });
                    }
                }
            }
        }
        return all;
    }

    /** What somebody without right is told at each address of a case that nobody ever opened. */
    private Map<Edge, Reply> nothingThere() throws Exception {
        var tables = Expectation.written();
        var nowhere =
                new Scene(
                        "nowhere",
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("documentId", List.of(UUID.randomUUID().toString())));
        var replies = new ConcurrentHashMap<Edge, Reply>();
        var work = new ArrayList<Callable<Reply>>();
        for (var edge : edges) {
            if (edge.isAboutACase() && edge.guard() instanceof Edge.Guard.Policy) {
                var somebody =
                        personas.signedIn().stream()
                                .filter(persona -> !tables.letsIn(edge, persona, nowhere))
                                .findFirst()
                                .orElseThrow();
                var path = Knock.paths(edge, nowhere).getFirst();
                work.add(() -> replies.put(edge, new Knock(system).at(edge, path, somebody)));
            }
        }
        Workers.inParallel(KNOCKS_AT_ONCE, work);
        assertThat(replies).allSatisfy((_, reply) -> assertThat(reply.status()).isEqualTo(404));
        return replies;
    }

    private Map<String, Scene> byName() {
        return scenes.stream().collect(toMap(Scene::name, Function.identity()));
    }

    private void report(Verdicts verdicts) {
        stories.untold().forEach(story -> System.out.println("UNTOLD " + story));
        verdicts.broken().forEach(what -> System.out.println("BROKEN " + what));
        verdicts.leaks().forEach(leak -> System.out.println("LEAK " + leak));
        verdicts.untested(edges).forEach(edge -> System.out.println("UNTESTED " + edge));
        System.out.printf(
                "cells: %d, leaks: %d, untested: %d%n",
                verdicts.cells(), verdicts.leaks().size(), verdicts.untested(edges).size());
    }
}
