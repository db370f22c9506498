package org.consilium.review;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.Staff;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Repeated, broken and broken-off requests and events. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class EdgesIT {

    @TestHTTPResource("/")
    URI service;

    @Test
    void a_repeated_event_changes_nothing() {
        var field = Situation.aField();
        Staff.reviewersOf(field, "okafor");
        var situation = new Situation(World.aSubmittedCase(), field);
        Feed.send(Feed.tell(World.triaged(situation.caseId(), field, null)));
        var ready = Feed.tell(new CaseReady(situation.caseId()));
        for (int i = 0; i < 5; i++) {
            Feed.send(ready);
        }
        situation.awaitState("offered");
        var last = World.aDocumentOf(situation.caseId());
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from case_document where document_id = ?",
                                                last)
                                        == 1);
        assertThat(Sql.count("select count(*) from event where case_id = ?", situation.caseId()))
                .isEqualTo(1);
    }

    @Test
    void a_repeated_request_gets_the_same_answer_and_has_one_effect() {
        var situation = Situation.underReviewByOkafor();
        var body = Map.of("addressee", "REQUESTER", "text", "Which?");
        var first = OKAFOR.post(situation.path("/questions"), body, "the-key");
        var again = OKAFOR.post(situation.path("/questions"), body, "the-key");
        again.then().statusCode(201).body(equalTo(first.asString()));
        assertThat(Sql.count("select count(*) from question where case_id = ?", situation.caseId()))
                .isEqualTo(1);
        var other = Map.of("addressee", "REQUESTER", "text", "Another?");
        OKAFOR.post(situation.path("/questions"), other, "the-key").then().statusCode(422);
    }

    @Test
    void bad_input_is_told_field_by_field_and_changes_nothing() {
        var situation = Situation.underReviewByOkafor();
        OKAFOR.post(situation.path("/questions"), Map.of("text", " "))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("addressee", "text"))
                .body("errors.rule", hasItems("not-null", "not-blank"));
        OKAFOR.post(situation.path("/questions"), "{\"addressee\":\"NOBODY\",\"text\":\"x\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("addressee"));
        var tooLong = new HashMap<String, Object>(Drafts.empty());
        tooLong.put("summary", "x".repeat(20_001));
        OKAFOR.put(situation.path("/opinion"), tooLong, "\"0\"")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("summary"));
        var entry = Staff.entry("wei", Set.of("oncology"), null, 1);
        LENA.post("/api/reviewers", Map.of("person", UUID.randomUUID().toString(), "entry", entry))
                .then()
                .statusCode(400)
                .body("errors.rule", hasItems("pattern"));
        assertThat(Sql.count("select count(*) from question where case_id = ?", situation.caseId()))
                .isZero();
    }

    @Test
    void who_is_a_reviewer_already_is_not_entered_again() {
        Staff.reviewersOf(Situation.aField(), "okafor");
        var entry = Staff.entry("okafor", Set.of(Situation.aField()), null, 1);
        LENA.post("/api/reviewers", Map.of("person", OKAFOR.id().toString(), "entry", entry))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:reviewer-known"));
    }

    @Test
    void clients_that_hang_up_leave_nothing_half_done() {
        var situation = Situation.underReviewByOkafor();
        long before = events(situation);
        var seed = System.nanoTime();
        System.out.println("disconnect burst, seed " + seed);
        var random = new Random(seed);
        try (var clients = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 300; i++) {
                int patience = 1 + random.nextInt(400);
                clients.execute(() -> askAndHangUpAfter(patience, situation));
            }
        }
        await().atMost(20, SECONDS).until(() -> Sql.count(BUSY) == 0);
        long asked =
                Sql.count("select count(*) from question where case_id = ?", situation.caseId());
        System.out.println(asked + " of 300 questions were asked");
        assertThat(asked).isPositive();
        assertThat(events(situation) - before).as("each has its event").isEqualTo(asked);
    }

    private static final String BUSY =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
              and query not like '%advisory%'""";

    private static long events(Situation situation) {
        return Sql.count("select count(*) from event where case_id = ?", situation.caseId());
    }

    private void askAndHangUpAfter(int milliseconds, Situation situation) {
        var body = "{\"addressee\":\"REQUESTER\",\"text\":\"Which?\"}";
        var request =
                "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(
                                situation.path("/questions"),
                                OKAFOR.token(),
                                UUID.randomUUID(),
                                body.length(),
                                body);
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.setSoTimeout(milliseconds);
            socket.getInputStream().read();
        } catch (IOException e) {
            // The client left before the answer: that is the test.
        }
    }
}
