package org.consilium.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.demo.DemoFile;
import org.consilium.system.demo.DemoFiles;
import org.consilium.system.story.Person.Answer;

/**
 * The patient's side of one case: from the safety questions to the submitted case with its records.
 */
public final class CaseStory {

    private final Plot plot;
    private final Person requester;
    private final DemoFiles papers;
    private final Consumer<String> narrator;
    private final Map<String, String> documents = new HashMap<>();
    private UnaryOperator<DemoFile> handedIn = UnaryOperator.identity();
    private String caseId;

    public CaseStory(RunningSystem system, Plot plot, LocalDate today, Consumer<String> narrator) {
        this.plot = plot;
        this.requester = new People(system).named(plot.text("requester"));
        this.papers = new DemoFiles(today);
        this.narrator = narrator;
    }

    /** Its papers are handed in as {@code changed} gives them. */
    public CaseStory handingIn(UnaryOperator<DemoFile> changed) {
        handedIn = changed;
        return this;
    }

    public String caseId() {
        return caseId;
    }

    public Person requester() {
        return requester;
    }

    public Plot plot() {
        return plot;
    }

    /** The id of an uploaded paper, by its name in the story. */
    public String document(String name) {
        return documents.get(name);
    }

    void note(String name, String document) {
        documents.put(name, document);
    }

    /** The ids of all that were uploaded. */
    Collection<String> documents() {
        return documents.values();
    }

    /** An emergency never becomes a case: the answer says where to call. */
    public JsonNode emergency() {
        var emergency = plot.part("emergency");
        var outcome = screened(emergency.path("country").asText(), emergency.path("says").asText());
        narrator.accept(
                "an emergency is redirected: "
                        + outcome.path("code").asText()
                        + ", call "
                        + outcome.path("emergencyNumber").asText());
        return outcome;
    }

    public void open() {
        var screening = screened(plot.text("country"), null).path("screeningId").asText();
        var opening = Json.object(plot.part("opening"));
        opening.put("programme", plot.text("programme"));
        opening.put("service", plot.text("service"));
        opening.put("screening", screening);
        var opened = requester.post(Service.INTAKE, "/api/cases", opening).expect(201).body();
        caseId = opened.path("caseId").asText();
        narrator.accept(requester.name() + " opens case " + opened.path("reference").asText());
    }

    public void write() {
        var draft = requester.get(Service.INTAKE, path("")).expect(200);
        requester
                .put(Service.INTAKE, path("/draft"), plot.part("draft"), draft.header("ETag"))
                .expect(200);
        if (plot.part("consent").isObject()) {
            requester.post(Service.INTAKE, path("/consents"), plot.part("consent")).expect(201);
            narrator.accept("the patient's consent is recorded");
        }
        requester
                .post(Service.INTAKE, path("/acknowledgements"), Map.of("statements", boundaries()))
                .expect(200);
    }

    /**
     * Uploads the papers of one part of the story: {@code files} or {@code missing}. Several in one
     * list are photographs of one paper, which has the name of the first. Nobody at a page is so
     * quick that documents has not heard of the case yet.
     */
    public void upload(String part) {
        var shelf = "/api/documents/cases/" + caseId + "/documents";
        Waiting.until(
                "documents knows the case",
                () -> requester.get(Service.DOCUMENTS, shelf).status() == 200);
        plot.part(part)
                .forEach(
                        entry -> {
                            if (entry.isArray()) {
                                uploadPages(entry.valueStream().map(JsonNode::asText).toList());
                            } else {
                                documents.put(entry.asText(), sent(entry.asText(), Map.of()).id());
                            }
                        });
    }

    private void uploadPages(List<String> names) {
        var first = sent(names.getFirst(), Map.of("pages", Integer.toString(names.size())));
        documents.put(names.getFirst(), first.paper());
        for (int page = 2; page <= names.size(); page++) {
            sent(
                    names.get(page - 1),
                    Map.of("paper", first.paper(), "page", Integer.toString(page)));
        }
    }

    public Answer submit() {
        var submitted = handIn().expect(200);
        narrator.accept("the case is submitted");
        return submitted;
    }

    /** Whether it is accepted or refused. */
    public Answer handIn() {
        return requester.post(
                Service.INTAKE,
                path("/submission"),
                Map.of("expedited", false, "price", shownPrice()));
    }

    /** As it stands in the programme: an amount, or that it is on request. */
    private Map<String, Object> shownPrice() {
        for (var service : programme().path("services")) {
            if (service.path("code").asText().equals(plot.text("service"))) {
                var price = service.path("price");
                return price.path("onRequest").asBoolean()
                        ? Map.of("onRequest", true)
                        : amount(price);
            }
        }
        throw new AssertionError("no such service: " + plot.text("service"));
    }

    private static Map<String, Object> amount(JsonNode price) {
        return Map.of(
                "amountMinor", price.path("amountMinor").asLong(),
                "currency", price.path("currency").asText());
    }

    /** A price on request is quoted by the coordinator and agreed to by whoever asks. */
    void agreeOnPrice(Person coordinator) {
        var price = read(coordinator).expect(200).body().path("price");
        if (price.path("standing").asText().equals("agreed")) {
            return;
        }
        var quote = Map.of("amountMinor", 18_000, "currency", price.path("currency").asText("GBP"));
        coordinator.post(Service.INTAKE, path("/price/quotes"), quote).expect(200);
        requester.post(Service.INTAKE, path("/price/agreement"), quote).expect(200);
        narrator.accept("the price is quoted and agreed");
    }

    public Answer read(Person reader) {
        return reader.get(Service.INTAKE, path(""));
    }

    public JsonNode timeline(Person reader) {
        return reader.get(Service.INTAKE, path("/timeline?size=100")).expect(200).body();
    }

    /** Waits for what other services have to hear first. */
    public void awaitState(String state) {
        Waiting.until(
                "the case is " + state,
                () -> read(requester).expect(200).body().path("state").asText().equals(state));
    }

    public String path(String rest) {
        return "/api/cases/" + caseId + rest;
    }

    private JsonNode screened(String country, String yesTo) {
        var programme = programme();
        var answers = new HashMap<String, String>();
        programme
                .at("/screening/questions")
                .forEach(question -> answers.put(question.path("code").asText(), "NO"));
        if (yesTo != null) {
            answers.put(yesTo, "YES");
        }
        var body =
                Map.of("programme", plot.text("programme"), "country", country, "answers", answers);
        return requester.post(Service.INTAKE, "/api/screenings", body).expect(201).body();
    }

    private java.util.List<String> boundaries() {
        return programme().path("boundaries").findValuesAsText("code");
    }

    private JsonNode programme() {
        return requester
                .get(Service.INTAKE, "/api/programmes/" + plot.text("programme") + "/versions/1")
                .expect(200)
                .body();
    }

    private TusUpload.Sent sent(String name, Map<String, String> place) {
        var file = handedIn.apply(papers.named(name));
        var particulars =
                new HashMap<>(
                        Map.of(
                                "filename", file.fileName(),
                                "kind", file.kind(),
                                "clinicalDate", file.clinicalDate().toString(),
                                "language", file.language(),
                                "firstOpinion", Boolean.toString(file.firstOpinion())));
        particulars.putAll(place);
        var sent = new TusUpload(requester, caseId, particulars).send(file.bytes());
        narrator.accept(
                "uploaded: " + file.contentType() + ", " + file.bytes().length / 1024 + " kB");
        return sent;
    }
}
