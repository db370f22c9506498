package org.consilium.system.story;

import java.util.Map;
import java.util.function.Consumer;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.Person.Answer;

/** Matching has left nobody: one clinical lead proposes somebody it excludes, another agrees. */
public final class OverrideStory {

    private final ReviewStory review;
    private final Person second;
    private final Consumer<String> narrator;
    private String override;

    public OverrideStory(RunningSystem system, ReviewStory review, Consumer<String> narrator) {
        this.review = review;
        this.second = new People(system).named("sofia");
        this.narrator = narrator;
    }

    /** Once it is known that there is nobody else. */
    public void propose(String reviewer, String why) {
        Waiting.until("matching has run", () -> stateOfReview().equals("awaiting-assignment"));
        var wish =
                Map.of(
                        "reviewer",
                        Reviewers.person(reviewer),
                        "reason",
                        "nobody-else",
                        "text",
                        why);
        override =
                review.lead()
                        .post(Service.REVIEW, review.path("/overrides"), wish)
                        .expect(201)
                        .body()
                        .path("overrideId")
                        .asText();
        narrator.accept("lena proposes " + reviewer + ", whom a rule of matching excludes");
    }

    /** Whoever proposed it tries, too. */
    public Answer agreedToByTheFirst() {
        return agreement(review.lead());
    }

    public void agree() {
        agreement(second).expect(200);
        narrator.accept("sofia has read why, and agrees");
    }

    private Answer agreement(Person lead) {
        var path = review.path("/overrides/" + override + "/agreement");
        return lead.post(Service.REVIEW, path, null);
    }

    private String stateOfReview() {
        var found = review.lead().get(Service.REVIEW, review.path(""));
        return found.status() == 200 ? found.body().path("state").asText() : "";
    }
}
