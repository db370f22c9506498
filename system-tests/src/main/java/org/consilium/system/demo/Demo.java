package org.consilium.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.stack.Mails;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.RunningSystem;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.Plot;
import org.consilium.system.story.ReviewStory;
import org.consilium.system.story.Waiting;

/** {@code make demo}: the family-abroad story on the running system, told as it goes. */
public final class Demo {

    private final RunningSystem system = RunningSystem.kept();

    private Demo() {}

    /** Needs the system of {@code make up}. */
    public static void main(String... arguments) throws IOException {
        new Demo().tell();
    }

    private void tell() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var plot = Plot.familyAbroad(today);
        var story = new CaseStory(system, plot, today, Demo::say);
        var review = new ReviewStory(system, story, plot, today, Demo::say);
        review.enterReviewers();
        story.emergency();
        story.open();
        story.write();
        story.upload("files");
        story.submit();
        review.triage();
        story.awaitState("awaiting-records");
        say("the biopsy report is missing: amina is told, and uploads it");
        story.upload("missing");
        story.awaitState("ready");
        review.assign();
        review.read();
        review.askAndAnswer();
        say(
                "signing is refused while something is missing: "
                        + review.sign().body().path("errors").findValuesAsText("field"));
        review.write(review.opinion()).expect(200);
        review.sign().expect(200);
        say(review.reviewer().name() + " signs the opinion");
        review.check();
        review.release();
        review.followUp();
        show(story, review);
    }

    private void show(CaseStory story, ReviewStory review) throws IOException {
        System.out.println("\nThe timeline, as amina reads it:");
        story.timeline(story.requester()).path("items").forEach(Demo::sayEntry);
        System.out.println("\nMails of this case:");
        var reference = story.read(story.requester()).body().path("reference").asText();
        Waiting.until(
                "amina is told of the answered question",
                () ->
                        mails("amina", reference).stream()
                                .anyMatch(subject -> subject.contains("answered")));
        for (var who : List.of("amina", "yusuf", "carla", "lena", "chen", "okafor")) {
            mails(who, reference)
                    .forEach(subject -> System.out.printf("  %-8s %s%n", who, subject));
        }
        var letter = Workspace.root().resolve(".local/demo/opinion.pdf");
        Files.createDirectories(letter.getParent());
        Files.write(letter, review.letter(story.requester()));
        System.out.println("\nThe signed opinion: " + Workspace.root().relativize(letter));
    }

    private List<String> mails(String username, String reference) {
        return new Mails(system.addresses().mail().api())
                .to(username + "@consilium.example").stream()
                        .map(Mails.Mail::subject)
                        .filter(subject -> subject.contains(reference))
                        .toList();
    }

    private static void sayEntry(JsonNode entry) {
        System.out.printf("  %s  %s%n", entry.path("at").asText(), entry.path("text").asText());
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
