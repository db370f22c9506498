package org.consilium.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.consilium.benchmarks.load.Client;
import org.consilium.benchmarks.load.ClosedLoop;
import org.consilium.system.Service;
import org.consilium.system.story.Json;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;
import org.consilium.system.story.Person.Answer;
import org.consilium.system.story.Plot;

/**
 * The intake service as any REST client sees it: token, policy, validation, transaction. Screening
 * comes before there is a case, so it is not among the steps; its time counts against us.
 */
final class CaseOverHttp implements Client {

    private final Plot plot;
    private final Person family;
    private final Person coordinator;
    private final Map<String, Object> screening;
    private final Map<String, Object> acknowledgements;
    private final Map<String, Object> price;

    CaseOverHttp(People people, Plot plot) {
        this.plot = plot;
        this.family = people.named(plot.text("requester"));
        this.coordinator = people.named("carla");
        var programme =
                family.get(Service.INTAKE, "/api/programmes/" + plot.programme() + "/versions/1")
                        .expect(200)
                        .body();
        var answers = new HashMap<String, String>();
        programme
                .at("/screening/questions")
                .forEach(question -> answers.put(question.path("code").asText(), "NO"));
        this.screening =
                Map.of(
                        "programme",
                        plot.programme(),
                        "country",
                        plot.text("country"),
                        "answers",
                        answers);
        this.price = shownPrice(programme, plot.text("service"));
        this.acknowledgements =
                Map.of("statements", programme.path("boundaries").findValuesAsText("code"));
    }

    private static Map<String, Object> shownPrice(JsonNode programme, String code) {
        for (var service : programme.path("services")) {
            var shown = service.path("price");
            if (service.path("code").asText().equals(code)) {
                return Map.of(
                        "amountMinor", shown.path("amountMinor").asLong(),
                        "currency", shown.path("currency").asText());
            }
        }
        throw new IllegalArgumentException("no such service: " + code);
    }

    @Override
    public void oneCase(Histogram latencies) throws Exception {
        var id = untilSubmitted(latencies);
        ClosedLoop.timed(latencies, () -> post(coordinator, id + "/triage/start", null, 200));
        ClosedLoop.timed(latencies, () -> post(coordinator, id + "/triage", triage(), 200));
        ClosedLoop.timed(
                latencies,
                () -> post(family, id + "/withdrawal", Map.of("reason", "no-longer-needed"), 200));
    }

    /** The first five steps; returns the end of the case's address. */
    String untilSubmitted(Histogram latencies) throws Exception {
        var opening = opening();
        var opened = new Answer[1];
        ClosedLoop.timed(latencies, () -> opened[0] = post(family, "", opening, 201));
        var id = "/" + opened[0].body().path("caseId").asText();
        var etag = family.get(Service.INTAKE, "/api/cases" + id).expect(200).header("ETag");
        ClosedLoop.timed(latencies, () -> writeDraft(id, etag));
        ClosedLoop.timed(
                latencies, () -> post(family, id + "/consents", plot.part("consent"), 201));
        ClosedLoop.timed(
                latencies, () -> post(family, id + "/acknowledgements", acknowledgements, 200));
        ClosedLoop.timed(
                latencies, () -> post(family, id + "/submission", Map.of("price", price), 200));
        return id;
    }

    private ObjectNode opening() {
        var screened = family.post(Service.INTAKE, "/api/screenings", screening).expect(201).body();
        var opening = Json.object(plot.part("opening"));
        opening.put("programme", plot.programme());
        opening.put("service", plot.text("service"));
        opening.put("screening", screened.path("screeningId").asText());
        return opening;
    }

    private void writeDraft(String id, String etag) {
        family.put(Service.INTAKE, "/api/cases" + id + "/draft", plot.part("draft"), etag)
                .expect(200);
    }

    private ObjectNode triage() {
        var triage = Json.object(plot.part("triage"));
        triage.put("firstTeamOrganisation", UUID.randomUUID().toString());
        triage.putArray("firstTeamClinicians").add(UUID.randomUUID().toString());
        return triage;
    }

    private static Answer post(Person who, String path, Object body, int status) {
        return who.post(Service.INTAKE, "/api/cases" + path, body).expect(status);
    }
}
