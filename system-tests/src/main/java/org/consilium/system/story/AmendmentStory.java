package org.consilium.system.story;

import java.util.function.Consumer;
import org.consilium.system.Service;

/** A released opinion gets a later version: begun with a reason, checked and released again. */
public final class AmendmentStory {

    private final CaseStory story;
    private final ReviewStory review;
    private final Plot plot;
    private final Consumer<String> narrator;

    public AmendmentStory(
            CaseStory story, ReviewStory review, Plot plot, Consumer<String> narrator) {
        this.story = story;
        this.review = review;
        this.plot = plot;
        this.narrator = narrator;
    }

    /** Signed by its author; the patient still reads the version before. */
    public void write() {
        var author = review.reviewer();
        author.post(Service.REVIEW, review.path("/amendment"), plot.part("amendment")).expect(200);
        var draft = author.get(Service.REVIEW, review.path("/opinion")).expect(200).body();
        var later = Json.object(draft.path("content"));
        later.put("summary", plot.text("amended"));
        review.write(later).expect(200);
        review.sign().expect(200);
        narrator.accept(author.name() + " amends the opinion and says why");
    }

    public void release() {
        review.check();
        review.release();
        Waiting.until(
                "the timeline tells of the new version",
                () ->
                        story.timeline(story.requester())
                                .findValuesAsText("code")
                                .contains("opinion-amended"));
    }
}
