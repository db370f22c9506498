package org.consilium.system.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.matrix.Persona.Link;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;

/** What no story makes, so that behind each address there is something to be let in to. */
final class RowsBeside {

    private final RunningSystem system;
    private final People people;
    private final Canaries canaries;
    private final List<Persona> holders = new ArrayList<>();

    RowsBeside(RunningSystem system, Canaries canaries) {
        this.system = system;
        this.people = new People(system);
        this.canaries = canaries;
    }

    /** The same scenes with the ids of what was added to them. */
    List<Scene> addedTo(List<Scene> scenes) throws SQLException {
        var all = new ArrayList<Scene>();
        for (var scene : scenes) {
            all.add(
                    switch (scene.name()) {
                        case "family-abroad/DRAFT" ->
                                scene.with(ofTheInstallation()).with(links(scene));
                        case "family-abroad/AWAITING_RECORDS" -> scene.with(recordRequest(scene));
                        case "family-abroad/RELEASED" ->
                                scene.with(override(scene)).with(share(scene));
                        default -> scene;
                    });
        }
        return all;
    }

    /** Those who hold an upload link: in force, over and taken back. */
    List<Persona> holders() {
        return holders;
    }

    private Map<String, List<String>> ofTheInstallation() throws SQLException {
        var webhook =
                Map.of(
                        "url",
                        "https://hooks.consilium.example/case",
                        "eventTypes",
                        List.of("intake.case-expired.v1"));
        var made =
                people.named("olga")
                        .post(Service.NOTIFICATION, "/api/webhooks", webhook)
                        .expect(201);
        return Map.of(
                "webhooks/id", List.of(made.body().path("id").asText()),
                "dead-letters/id", List.of(deadLetter().toString()));
    }

    /** One that has lapsed, with words that clinical leads alone may read. */
    private Map<String, List<String>> override(Scene scene) throws SQLException {
        var id = UUID.randomUUID();
        changed(
                Service.REVIEW,
                """
                insert into assignment_override (id, case_id, reviewer, rules, proposed_by, reason, text, proposed_at)
                values ('%s', '%s', '%s', '["language"]', '%s', 'nobody-else', '%s', now())"""
                        .formatted(
                                id,
                                scene.ids().get("caseId").getFirst(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                canaries.word(scene.name(), "override")));
        return Map.of("overrideId", List.of(id.toString()));
    }

    /** One that nobody has the secrets of. */
    private Map<String, List<String>> share(Scene scene) throws SQLException {
        var id = UUID.randomUUID();
        changed(
                Service.REVIEW,
                """
                insert into letter_share (id, case_id, token_hash, passcode_hash, made_by, made_at, expires_at)
                values ('%s', '%s', 'of no token', 'of no passcode', '%s', now(), now() + interval '1 day')"""
                        .formatted(id, scene.ids().get("caseId").getFirst(), UUID.randomUUID()));
        return Map.of("shareId", List.of(id.toString()));
    }

    /** A letter that names no case: replaying it is refused, and changes nothing. */
    private UUID deadLetter() throws SQLException {
        var id = UUID.randomUUID();
        for (var service : Service.values()) {
            changed(
                    service,
                    """
                    insert into dead_letter (id, headers, reason, died_at, sent_at, origin, identity)
                    values ('%1$s', '{}', 'not JSON', now(), now(), 'matrix', '%1$s')"""
                            .formatted(id));
        }
        return id;
    }

    private Map<String, List<String>> recordRequest(Scene scene) {
        var request =
                Map.of(
                        "items",
                        List.of("histopathology"),
                        "holder",
                        "laboratory",
                        "channel",
                        "email");
        var path = documents(scene, "/record-requests");
        var made = people.named("carla").post(Service.DOCUMENTS, path, request).expect(201);
        return Map.of("requestId", List.of(made.body().path("id").asText()));
    }

    private Map<String, List<String>> links(Scene scene) throws SQLException {
        var amina = people.named("amina");
        var inForce = link(amina, scene);
        var over = link(amina, scene);
        var takenBack = link(amina, scene);
        changed(
                Service.DOCUMENTS,
                "update upload_link set expires_at = now() - interval '1 minute' where id = '%s'"
                        .formatted(over.path("id").asText()));
        var id = takenBack.path("id").asText();
        amina.delete(Service.DOCUMENTS, documents(scene, "/upload-links/" + id)).expect(204);
        holder("link in force", inForce, true);
        holder("link that is over", over, false);
        holder("link taken back", takenBack, false);
        return new HashMap<>(
                Map.of(
                        "linkId",
                        List.of(id),
                        "link/uploads/uploadId",
                        List.of(sent(inForce, scene))));
    }

    private String sent(JsonNode link, Scene scene) {
        return new Bedside(system, link.path("token").asText())
                .sends(
                        canaries.word(scene.name(), "record-name") + ".txt",
                        "Photographed: " + canaries.word(scene.name(), "record"));
    }

    private void holder(String name, JsonNode link, boolean inForce) {
        holders.add(Persona.holding(name, new Link(link.path("token").asText(), inForce)));
    }

    private static JsonNode link(Person maker, Scene scene) {
        var wish = Map.of("hours", 2, "maxFiles", 3, "maxBytes", 100_000);
        return maker.post(Service.DOCUMENTS, documents(scene, "/upload-links"), wish)
                .expect(201)
                .body();
    }

    private static String documents(Scene scene, String rest) {
        return "/api/documents/cases/" + scene.ids().get("caseId").getFirst() + rest;
    }

    private void changed(Service service, String sql) throws SQLException {
        try (var database = system.parts().postgres().databases().connect(service.code());
                var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
