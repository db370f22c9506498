package org.consilium.kit.trace;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogManager;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.probe.KeptSpans;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class TracesIT {

    private static final int BEARABLE = 2;
    private static final int UNBEARABLE = 13;

    private final UUID caseId = UUID.randomUUID();
    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + traceId + "-00f067aa0ba902b7-01";

    @Test
    void a_request_s_trace_stands_with_its_event_and_goes_on_to_the_topic() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("traceparent", traceparent)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("reason", "told"))
                .post("/probe/{id}", caseId)
                .then()
                .statusCode(200);
        assertThat(Probe.text("select traceparent from event where case_id = ?", caseId))
                .contains(traceId);
        awaitStep("publish intake.case-closed.v1");
        assertThat(publishedTrace()).contains(traceId);
    }

    @Test
    void a_relay_goes_on_with_the_trace_that_the_row_kept_though_nobody_lives_who_wrote_it()
            throws SQLException {
        try (var dead = Probe.connection();
                var append =
                        dead.prepareStatement(
                                """
                                select append_event(?, gen_random_uuid(), 'intake.case-closed.v1', '{}', 'service:t', now(), ?)""")) {
            append.setObject(1, caseId);
            append.setString(2, traceparent);
            append.execute();
        }
        awaitStep("publish intake.case-closed.v1");
        assertThat(publishedTrace()).contains(traceId);
    }

    @Test
    void what_is_heard_goes_on_with_the_trace_it_came_with_also_after_waiting() {
        Probe.publish(heard(2));
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Probe.count(
                                                "select count(*) from inbox_waiting where case_id = ? and traceparent = ?",
                                                caseId,
                                                traceparent)
                                        == 1);
        Probe.publish(heard(1));
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                KeptSpans.ofTrace(traceId).stream()
                                                .filter(s -> s.getName().equals("hear review"))
                                                .count()
                                        == 3);
    }

    @Test
    void what_somebody_typed_stands_in_no_trace() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("traceparent", traceparent)
                .header("User-Agent", "canary-agent")
                .get("/probe/{id}?text=canary-in-a-query", "canary-in-a-path");
        await().atMost(20, SECONDS).until(() -> !KeptSpans.ofTrace(traceId).isEmpty());
        assertThat(KeptSpans.everything()).doesNotContain("canary-");
    }

    @Test
    void nor_does_what_a_refused_field_had() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("traceparent", traceparent)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("reason", "told", "year", "canary-in-a-body"))
                .post("/probe/{id}", caseId)
                .then()
                .statusCode(400);
        await().atMost(20, SECONDS).until(() -> !KeptSpans.ofTrace(traceId).isEmpty());
        assertThat(KeptSpans.everything()).doesNotContain("canary-");
    }

    @Test
    void each_line_that_is_logged_about_an_event_names_its_case_and_its_trace() {
        var named = new CopyOnWriteArrayList<String>();
        var log = LogManager.getLogManager().getLogger("");
        var handler = new NamedIn(named);
        log.addHandler(handler);
        Probe.publish(heard(1, UNBEARABLE));
        await().atMost(40, SECONDS).until(() -> named.contains(caseId + " " + traceId));
        log.removeHandler(handler);
    }

    @Test
    void is_off_where_no_collector_is_named() {
        assertThat(new CollectorSetting(Map.of()).getValue(CollectorSetting.OFF)).isEqualTo("true");
        assertThat(
                        new CollectorSetting(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318"))
                                .getValue(CollectorSetting.OFF))
                .isEqualTo("false");
    }

    private void awaitStep(String name) {
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                KeptSpans.ofTrace(traceId).stream()
                                        .map(SpanData::getName)
                                        .anyMatch(name::equals));
    }

    private String publishedTrace() {
        var record = Probe.onTopic("intake.events", caseId.toString()).getFirst();
        return new String(
                record.headers().lastHeader("ce_traceparent").value(), StandardCharsets.UTF_8);
    }

    private Envelope heard(long seq) {
        return heard(seq, BEARABLE);
    }

    private Envelope heard(long seq, int considered) {
        var event = Probe.envelope(new ReviewerNotFound(caseId, considered), seq);
        return new Envelope(
                event.id(),
                event.source(),
                event.type(),
                event.caseId(),
                event.seq(),
                event.actor(),
                event.time(),
                event.data(),
                traceparent);
    }
}
