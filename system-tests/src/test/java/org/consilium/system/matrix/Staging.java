package org.consilium.system.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.AmendmentStory;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;
import org.consilium.system.story.Plot;
import org.consilium.system.story.ReviewStory;
import org.consilium.system.story.TranslationStory;
import org.consilium.system.story.Waiting;

/** Tells a programme's story up to one stage, with a canary in every text, and leaves it there. */
final class Staging {

    private final Personas personas;
    private final Canaries canaries;
    private final People people;
    private final Stage stage;
    private final String name;
    private final boolean hasAConflict;
    private final boolean isReadTwice;
    private final CaseStory story;
    private final ReviewStory review;
    private final AmendmentStory amendment;
    private final TranslationStory translation;
    private final Circle circle;

    Staging(
            RunningSystem system,
            Personas personas,
            Canaries canaries,
            Plot plot,
            Stage stage,
            LocalDate today) {
        this.personas = personas;
        this.canaries = canaries;
        this.people = new People(system);
        this.stage = stage;
        this.name = plot.name() + "/" + stage;
        this.hasAConflict = plot.part("excluded").path("malik").asText().startsWith("independence");
        this.isReadTwice = stage == Stage.READING_COMMITTED && plot.name().equals("family-abroad");
        var seeded = canaries.seeded(isReadTwice ? plot.reworded(Staging::inDoubt) : plot, name);
        this.story =
                new CaseStory(system, seeded, today, _ -> {})
                        .handingIn(paper -> canaries.seeded(paper, name));
        this.review = new ReviewStory(system, story, seeded, today, _ -> {});
        this.amendment = new AmendmentStory(story, review, seeded, _ -> {});
        this.translation = new TranslationStory(system, story, _ -> {});
        this.circle = new Circle(personas, people, story);
    }

    Scene told() {
        story.open();
        story.write();
        circle.gathers();
        if (stage.isAfter(Stage.DRAFT)) {
            story.upload("files");
            story.submit();
        }
        if (stage.isAfter(Stage.SUBMITTED)) {
            triaged();
        }
        if (stage.isAfter(Stage.REDIRECTED)) {
            translated();
        }
        if (stage.isAfter(Stage.AWAITING_RECORDS)) {
            story.upload("missing");
            offered();
        }
        if (stage.isAfter(Stage.READING_COMMITTED)) {
            written();
        }
        if (stage.isAfter(Stage.OPINION_WRITTEN)) {
            delivered();
        }
        if (hasAConflict && !stage.isAfter(Stage.CHECKED)) {
            circle.hasAConflictOfInterest();
            return scene(List.of());
        }
        return scene(List.of(circle.breaksTheGlass(canaries.word(name, "break-glass-words"))));
    }

    private void triaged() {
        switch (stage) {
            case IN_TRIAGE -> staff("/triage/start", null);
            case DECLINED -> staff("/decline", Map.of("reason", "outside-our-fields"));
            case REDIRECTED -> staff("/redirection", Map.of("reason", "medically-unstable"));
            default -> review.triage();
        }
    }

    /** Of the papers in Urdu one tells what the first team thinks, and so do its words. */
    private void translated() {
        boolean inUrdu = story.document("urdu-note") != null;
        var field = inUrdu ? "first-opinion-record" : "record";
        var source = inUrdu ? "urdu-note" : "blood-test";
        var fileName = canaries.word(name, field + "-name") + ".txt";
        var words = "Says " + canaries.word(name, field) + "\n";
        translation.of(source, fileName, words.getBytes(UTF_8));
        circle.stands(translation.translator().name(), "translator");
    }

    private void staff(String path, Object body) {
        if (body != null) {
            review.coordinator().post(Service.INTAKE, caseFile("/triage/start"), null).expect(200);
        }
        review.coordinator().post(Service.INTAKE, caseFile(path), body).expect(200);
    }

    private void offered() {
        if (stage == Stage.OFFERED) {
            Waiting.until("somebody is asked", () -> !offers().isEmpty());
            for (var offer : offers()) {
                var asked = personas.named(offer.path("reviewer").asText());
                Waiting.until("the offer is seen", () -> sees(people.named(asked)));
                circle.stands(asked, "offered-reviewer");
            }
            return;
        }
        review.assign();
        circle.stands(review.reviewer().name(), "reviewer");
        review.declined()
                .ifPresent(person -> circle.isOutside(person.name(), Outsider.DECLINED_REVIEWER));
        if (stage.isAfter(Stage.ACCEPTED)) {
            review.read();
        }
        if (isReadTwice) {
            Waiting.until("somebody is asked to read it, too", this::isOpenedToTheLead);
        }
    }

    /** For this reason a case is read twice, and in no hurry there is somebody left to do so. */
    private static String inDoubt(String place, String text) {
        return switch (text) {
            case "serious-diagnosis" -> "doctor-uncertain";
            case "EXPEDITED" -> "ROUTINE";
            default -> text;
        };
    }

    private boolean isOpenedToTheLead() {
        return review.lead().get(Service.REVIEW, review.path("/second-reading")).status() == 200;
    }

    private void written() {
        if (stage == Stage.QUESTION_ASKED) {
            asked("REQUESTER", "question");
            asked("COORDINATOR", "process-question");
            asked("FIRST_TEAM", "hospital-question");
            var seen = Map.of("text", canaries.word(name, "critical-finding"));
            review.reviewer()
                    .post(Service.REVIEW, review.path("/critical-findings"), seen)
                    .expect(201);
            story.awaitState("awaiting-answer");
            return;
        }
        review.askAndAnswer();
        if (stage == Stage.WITHDRAWN) {
            circle.isOutside(review.reviewer().name(), Outsider.FORMER_REVIEWER);
            circle.isOutside(translation.translator().name(), Outsider.FORMER_TRANSLATOR);
            story.requester()
                    .post(
                            Service.INTAKE,
                            caseFile("/withdrawal"),
                            Map.of("reason", "no-longer-needed"))
                    .expect(200);
            return;
        }
        if (stage.isAfter(Stage.QUESTION_ANSWERED)) {
            review.write(review.opinion()).expect(200);
        }
    }

    private void asked(String addressee, String field) {
        var question = Map.of("addressee", addressee, "text", canaries.word(name, field));
        review.reviewer().post(Service.REVIEW, review.path("/questions"), question).expect(201);
    }

    private void delivered() {
        review.sign().expect(200);
        if (stage.isAfter(Stage.SIGNED)) {
            review.check();
        }
        if (stage.isAfter(Stage.CHECKED)) {
            review.release();
        }
        if (stage == Stage.FOLLOW_UP_ASKED) {
            story.requester()
                    .post(
                            Service.REVIEW,
                            review.path("/follow-up"),
                            Map.of("text", canaries.word(name, "follow-up")))
                    .expect(201);
            story.awaitState("follow-up");
        } else if (stage.isAfter(Stage.FOLLOW_UP_ASKED)) {
            review.followUp();
        }
        if (stage == Stage.AMENDING || stage == Stage.AMENDED) {
            amendment.write();
        }
        if (stage == Stage.AMENDED) {
            amendment.release();
        }
        if (stage == Stage.CLOSED) {
            circle.isOutside(review.reviewer().name(), Outsider.FORMER_REVIEWER);
            circle.isOutside(translation.translator().name(), Outsider.FORMER_TRANSLATOR);
            story.requester()
                    .post(Service.INTAKE, caseFile("/closing"), Map.of("reason", "answered"))
                    .expect(200);
        }
    }

    private Scene scene(List<String> breakIds) {
        var lead = review.lead();
        var states = new java.util.HashSet<String>();
        states.add(story.read(lead).expect(200).body().path("state").asText());
        states.add(lead.get(Service.REVIEW, review.path("")).body().path("state").asText());
        return new Scene(
                        name,
                        states,
                        circle.relations(),
                        circle.scopes(),
                        circle.outside(),
                        new SceneIds(story, review, personas).all())
                .with(Map.of("breakId", breakIds));
    }

    /** In an urgent case several are asked at once. */
    private List<JsonNode> offers() {
        return review.lead().get(Service.REVIEW, review.path("")).body().findParents("offerId");
    }

    private boolean sees(Person asked) {
        return asked.get(Service.REVIEW, review.path("")).status() == 200
                && asked.get(Service.INTAKE, caseFile("")).status() == 200;
    }

    private String caseFile(String rest) {
        return "/api/cases/" + story.caseId() + rest;
    }
}
