package org.consilium.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.Person.Answer;

/**
 * The staff's and the reviewer's side of a case: from triage to the answered follow-up question.
 */
public final class ReviewStory {

    private static final Set<String> COPIED = Set.of("made", "not-needed");

    private final CaseStory story;
    private final Plot plot;
    private final Consumer<String> narrator;
    private final People people;
    private final Person coordinator;
    private final Person lead;
    private final Reviewers reviewers;
    private Person reviewer;
    private Person declined;

    public ReviewStory(
            RunningSystem system,
            CaseStory story,
            Plot plot,
            LocalDate today,
            Consumer<String> narrator) {
        this.story = story;
        this.plot = plot;
        this.narrator = narrator;
        this.people = new People(system);
        this.coordinator = people.named("carla");
        this.lead = people.named("lena");
        this.reviewers = new Reviewers(lead, today);
    }

    public Person coordinator() {
        return coordinator;
    }

    public Person lead() {
        return lead;
    }

    public Person reviewer() {
        return reviewer;
    }

    /** One of those who were entered, by the subject of their tokens. */
    public Person reviewerWithId(String id) {
        return people.named(Reviewers.username(id));
    }

    /** Who was asked first and had no time, if anybody. */
    public Optional<Person> declined() {
        return Optional.ofNullable(declined);
    }

    /** Repeatable: the directory and the reviewers are entered once. */
    public void enterReviewers() {
        reviewers.enter("City Teaching Hospital, Lahore");
    }

    public void triage() {
        coordinator.post(Service.INTAKE, story.path("/triage/start"), null).expect(200);
        story.agreeOnPrice(coordinator);
        var team = plot.part("firstTeam");
        var organisation =
                reviewers.organisation(team.path("organisation").asText(), "PK", "Lahore");
        var triage = Json.object(plot.part("triage"));
        triage.put("firstTeamOrganisation", organisation);
        triage.putPOJO(
                "firstTeamClinicians",
                List.of(reviewers.clinician(organisation, team.path("clinician").asText())));
        coordinator.post(Service.INTAKE, story.path("/triage"), triage).expect(200);
        narrator.accept("carla has set specialty, urgency, languages and the first team");
    }

    /** Why each reviewer was excluded or in which place ranked. */
    public JsonNode matching() {
        return lead.get(Service.REVIEW, path("/matching")).expect(200).body();
    }

    /** The offer goes out; in one story the first to be asked has no time. */
    public void assign() {
        var offers = new Offers(people, lead, path(""));
        if (plot.part("declines").asBoolean()) {
            declined = offers.declinedByTheFirst();
            narrator.accept(declined.name() + " declines: no time");
        }
        acceptedBy(offers.acceptedByOtherThan(declined));
    }

    /** Nobody declines, whatever the story says. */
    public void assignToTheFirst() {
        acceptedBy(new Offers(people, lead, path("")).acceptedByOtherThan(null));
    }

    private void acceptedBy(Person person) {
        reviewer = person;
        narrator.accept(reviewer.name() + " accepts");
        story.awaitState("in-review");
    }

    public void read() {
        reviewer.post(Service.REVIEW, path("/reading"), plot.part("reading")).expect(200);
        story.documents().forEach(this::awaitCopy);
        narrator.accept("an own reading is committed; now the first opinion may be seen");
    }

    /**
     * Reviewers read a copy without metadata, once it is made; of a text there is nothing to take.
     */
    private void awaitCopy(String document) {
        var copy = "/api/documents/" + document + "/copy";
        Waiting.until(
                "document " + document + " can be read",
                () ->
                        COPIED.contains(
                                reviewer.get(Service.DOCUMENTS, copy)
                                        .body()
                                        .path("state")
                                        .asText()));
    }

    public void askAndAnswer() {
        var question =
                reviewer.post(Service.REVIEW, path("/questions"), plot.part("question"))
                        .expect(201)
                        .body();
        story.awaitState("awaiting-answer");
        narrator.accept(reviewer.name() + " asks back");
        var answer = path("/questions/" + question.path("questionId").asText() + "/answer");
        story.requester()
                .post(Service.REVIEW, answer, Map.of("text", plot.text("answer")))
                .expect(200);
        narrator.accept(story.requester().name() + " answers");
        story.awaitState("in-review");
    }

    public Answer write(JsonNode opinion) {
        var draft = reviewer.get(Service.REVIEW, path("/opinion"));
        return reviewer.put(Service.REVIEW, path("/opinion"), opinion, draft.header("ETag"));
    }

    /** The whole opinion, with the ids of this case's questions and documents in it. */
    public JsonNode opinion() {
        var opinion = Json.object(plot.part("opinion"));
        var questions = story.read(story.requester()).body().path("questions");
        var answers = opinion.withArray("answers");
        for (int i = 0; i < answers.size(); i++) {
            ((ObjectNode) answers.get(i)).put("questionId", questions.get(i).path("id").asText());
        }
        opinion.withArray("citations")
                .forEach(
                        citation -> {
                            var name = ((ObjectNode) citation).remove("file").asText();
                            ((ObjectNode) citation).put("documentId", story.document(name));
                        });
        return opinion;
    }

    public Answer sign() {
        var country = plot.part("licence").path("country").asText();
        var signature =
                Map.of(
                        "attestation",
                        true,
                        "licence",
                        Map.of("country", country, "number", "L-" + country),
                        "writtenIn",
                        plot.part("opening").path("patient").path("language").asText());
        return reviewer.postSignedIn(Service.REVIEW, path("/signature"), signature);
    }

    /** Somebody else reads it, and says how much each difference matters. */
    public void check() {
        passed().expect(200);
        narrator.accept("lena has checked the opinion; the signature is final");
    }

    public Answer passed() {
        var waiting = waiting();
        var significance = new TreeMap<String, String>();
        waiting.path("differences").forEach(axis -> significance.put(axis.asText(), "moderate"));
        return lead.post(
                Service.REVIEW,
                path("/quality-review/pass"),
                Map.of(
                        "opinionId", waiting.path("opinionId").asText(),
                        "checks", waiting.path("checks"),
                        "significance", significance));
    }

    /** What was signed and is not checked yet. */
    public JsonNode waiting() {
        return lead.get(Service.REVIEW, path("/quality-review")).expect(200).body().path("waiting");
    }

    public void release() {
        lead.post(Service.REVIEW, path("/release"), null).expect(200);
        narrator.accept("lena releases the opinion");
        story.awaitState("delivered");
    }

    public byte[] letter(Person reader) {
        return reader.get(Service.REVIEW, path("/letter")).expect(200).bytes();
    }

    public void followUp() {
        var asked =
                story.requester()
                        .post(
                                Service.REVIEW,
                                path("/follow-up"),
                                Map.of("text", plot.text("followUp")))
                        .expect(201)
                        .body();
        story.awaitState("follow-up");
        var answer = path("/follow-up/" + asked.path("followUpId").asText() + "/answer");
        reviewer.post(Service.REVIEW, answer, Map.of("text", plot.text("addendum"))).expect(201);
        narrator.accept("a follow-up question is asked and answered by a signed addendum");
        story.awaitState("delivered");
    }

    public String path(String rest) {
        return "/api/reviews/" + story.caseId() + rest;
    }
}
