package org.consilium.system.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.deploy.watching.FrameworkMetrics;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.Plot;
import org.consilium.system.story.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the on-call engineer sees of a case, and that it is nothing anybody wrote in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeeingIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Canaries canaries = new Canaries();

    private Path directory;
    private Collector collector;
    private RunningSystem system;
    private CaseStory story;

    @BeforeAll
    void aCaseIsSubmitted(@TempDir Path directory) throws IOException {
        this.directory = directory;
        collector = new Collector();
        system = RunningSystem.in(directory);
        for (var service : Service.values()) {
            system.service(service)
                    .with("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
                    .with("LOG_JSON", "true");
        }
        system.start(_ -> {});
        var plot = canaries.seeded(Plot.familyAbroad(today), "seeing");
        story =
                new CaseStory(system, plot, today, _ -> {})
                        .handingIn(paper -> canaries.seeded(paper, "seeing"));
        story.open();
        story.write();
        story.upload("files");
        story.submit();
    }

    @AfterAll
    void stopped() {
        system.stop();
        collector.close();
    }

    @Test
    void one_trace_leads_from_the_submission_to_the_mail() throws SQLException {
        var trace = traceOf("intake.case-submitted.v1");
        Waiting.until(
                "the mail is in the trace of the submission",
                () ->
                        collector
                                .stepsOf(trace)
                                .containsAll(
                                        List.of(
                                                "POST /api/cases/{caseId}/submission",
                                                "publish intake.case-submitted.v1",
                                                "hear intake",
                                                "send by mail")));
    }

    @Test
    void each_line_of_the_log_can_be_read_by_machines_and_names_case_and_trace()
            throws IOException {
        for (var service : Service.values()) {
            try (var lines = Files.lines(log(service))) {
                lines.filter(line -> line.startsWith("{"))
                        .forEach(line -> assertThat(parsed(line)).contains("level", "service"));
            }
        }
    }

    @Test
    void nothing_that_anybody_wrote_is_in_logs_metrics_or_traces() throws Exception {
        assertThat(canaries.fields()).contains("patient", "case-words", "record");
        for (var service : Service.values()) {
            assertThat(canaries.in(Files.readString(log(service)))).as("log").isEmpty();
            assertThat(canaries.in(metrics(service))).as("metrics").isEmpty();
        }
        assertThat(collector.text()).isNotEmpty();
        assertThat(canaries.in(collector.text())).as("traces").isEmpty();
    }

    @Test
    void the_case_shows_in_the_figures_by_its_state() {
        Waiting.until(
                "intake counts the case",
                () -> metrics(Service.INTAKE).contains("cases{state=\"submitted\""));
    }

    /** By one of the services at least: what nobody asked or heard yet is not told. */
    @Test
    void what_the_alerts_and_dashboards_ask_of_the_frameworks_is_told() {
        for (var name : FrameworkMetrics.NAMES) {
            if (!name.equals("up")) {
                Waiting.until(
                        name,
                        () ->
                                Stream.of(Service.values())
                                        .anyMatch(
                                                service -> metrics(service).contains("\n" + name)));
            }
        }
    }

    private String traceOf(String type) throws SQLException {
        try (var intake = system.parts().postgres().databases().connect("intake");
                var query =
                        intake.prepareStatement(
                                "select substr(traceparent, 4, 32) from event where case_id = ?::uuid and type = ?")) {
            query.setString(1, story.caseId());
            query.setString(2, type);
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private Path log(Service service) {
        return directory.resolve(service.code() + "-service/log");
    }

    private static List<String> parsed(String line) {
        try {
            return JSON.readTree(line).propertyStream().map(Map.Entry::getKey).toList();
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private String metrics(Service service) {
        return system.service(service).metrics();
    }
}
