package org.consilium.system.story;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.system.RunningSystem;

/** One case from its first question to its delivered letter, with files and mails. */
public record WholeStory(CaseStory story, ReviewStory review, Plot plot) {

    public static WholeStory of(Plot plot, RunningSystem system) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var story = new CaseStory(system, plot, today, _ -> {});
        return new WholeStory(story, new ReviewStory(system, story, plot, today, _ -> {}), plot);
    }

    /** Also what comes after it: a question on the letter, and its answer. */
    public static void tell(RunningSystem system) {
        var whole = of(Plot.familyAbroad(LocalDate.now(ZoneOffset.UTC)), system);
        whole.ask();
        whole.answer();
        whole.review.followUp();
    }

    /** Until the case is submitted. */
    public void ask() {
        review.enterReviewers();
        story.open();
        story.write();
        story.upload("files");
        story.submit();
    }

    /** Until the letter is released. */
    public void answer() {
        review.triage();
        if (plot.hasMissingRecords()) {
            story.awaitState("awaiting-records");
            story.upload("missing");
        }
        story.awaitState("ready");
        review.assign();
        review.read();
        review.askAndAnswer();
        review.write(review.opinion()).expect(200);
        review.sign().expect(200);
        review.check();
        review.release();
    }
}
