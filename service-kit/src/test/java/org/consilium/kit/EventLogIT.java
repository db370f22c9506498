package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class EventLogIT {

    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aCaseWithOneEvent() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("reason", "kept"))
                .post("/probe/{id}", caseId)
                .then()
                .statusCode(200);
    }

    @Test
    void the_service_itself_cannot_rewrite_or_remove_an_event() throws SQLException {
        try (var connection = Probe.connection();
                var statement = connection.createStatement()) {
            for (var change :
                    new String[] {
                        "update event set actor = 'nobody'", "delete from event", "truncate event"
                    }) {
                assertThatThrownBy(() -> statement.execute(change))
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(Probe.count("select count(*) from event where case_id = ?", caseId))
                .isEqualTo(1);
    }

    @Test
    void the_log_is_for_services_and_the_operator_only() {
        given().auth()
                .oauth2(Probe.token("olga"))
                .get("/internal/cases/{id}/events", caseId)
                .then()
                .statusCode(200)
                .body("size()", equalTo(1));
        for (var other : new String[] {"amina", "carla", "lena", "chen"}) {
            given().auth()
                    .oauth2(Probe.token(other))
                    .get("/internal/cases/{id}/events", caseId)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void everything_can_be_published_again_and_who_asked_for_it_is_known() {
        await().atMost(10, SECONDS).until(() -> published() == 1);
        long before = Probe.count("select count(*) from republication");
        given().auth()
                .oauth2(Probe.token("olga"))
                .post("/internal/events/republication")
                .then()
                .statusCode(200);
        await().atMost(20, SECONDS).until(() -> published() == 2);
        assertThat(
                        Probe.count(
                                "select count(*) from republication where asked_by = 'person:00000000-0000-4000-8000-000000000009'"))
                .isEqualTo(before + 1);
    }

    @Test
    void more_than_a_page_is_published_again_in_each_case_s_order() throws SQLException {
        var since = Instant.parse("2126-11-21T08:00:00Z");
        append(2100, since.plusSeconds(1));
        await().atMost(30, SECONDS).until(() -> published() == 2101);
        given().auth()
                .oauth2(Probe.token("olga"))
                .queryParam("since", since.toString())
                .post("/internal/events/republication")
                .then()
                .statusCode(200)
                .body("queued", equalTo(2100));
        await().atMost(30, SECONDS).until(() -> published() == 4201);
        assertThat(sequence().subList(2101, 4201)).isSorted().startsWith(2L).endsWith(2101L);
    }

    @Test
    void a_time_that_no_database_knows_is_refused_by_its_name() {
        for (var beyond :
                new String[] {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"}) {
            given().auth()
                    .oauth2(Probe.token("olga"))
                    .queryParam("since", beyond)
                    .post("/internal/events/republication")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("since"));
        }
    }

    /** Without the row lock on the case's head they would meet at the same number. */
    @Test
    void writers_of_one_case_take_their_turns() throws Exception {
        var writers = new ArrayList<Callable<Void>>();
        for (int writer = 0; writer < 8; writer++) {
            writers.add(
                    () -> {
                        append(50, Instant.parse("2026-11-21T08:00:00Z"));
                        return null;
                    });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        assertThat(
                        Probe.count(
                                "select count(*) from event where case_id = ? and seq between 1 and 401",
                                caseId))
                .isEqualTo(401);
        assertThat(Probe.text("select first_broken_link(?)", caseId)).isNull();
    }

    @Test
    void an_event_that_even_the_owner_changed_is_named_by_the_chain() throws SQLException {
        append(3, Instant.parse("2026-11-21T08:00:00Z"));
        try (var owner = Probe.ownersConnection();
                var change = owner.createStatement()) {
            change.execute("alter table event disable trigger event_is_append_only");
            change.execute(
                    "update event set actor = 'service:nobody' where seq = 3 and case_id = '%s'"
                            .formatted(caseId));
            change.execute("alter table event enable trigger event_is_append_only");
        }
        given().auth()
                .oauth2(Probe.token("olga"))
                .get("/internal/cases/{id}/chain", caseId)
                .then()
                .statusCode(200)
                .body("holds", equalTo(false))
                .body("brokenAt", equalTo(3));
    }

    private void append(int events, Instant at) throws SQLException {
        try (var connection = Probe.connection();
                var append =
                        connection.prepareStatement(
                                "select append_event(?, gen_random_uuid(), 'intake.case-ready.v1', '{}', 'service:intake-service', ?)")) {
            for (int i = 0; i < events; i++) {
                append.setObject(1, caseId);
                append.setObject(2, at.atOffset(ZoneOffset.UTC));
                append.executeQuery().close();
            }
        }
    }

    private int published() {
        return Probe.onTopic("intake.events", caseId.toString()).size();
    }

    private List<Long> sequence() {
        return Probe.onTopic("intake.events", caseId.toString()).stream()
                .map(event -> event.headers().lastHeader("ce_sequence").value())
                .map(value -> Long.valueOf(new String(value, UTF_8)))
                .toList();
    }
}
