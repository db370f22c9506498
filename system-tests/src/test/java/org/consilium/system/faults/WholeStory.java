package org.consilium.system.faults;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.system.RunningSystem;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.Plot;
import org.consilium.system.story.ReviewStory;

/** From the first question to the answered follow-up, with files, mails and a letter. */
final class WholeStory {

    private WholeStory() {}

    static CaseStory of(RunningSystem system) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var plot = Plot.familyAbroad(today);
        var story = new CaseStory(system, plot, today, _ -> {});
        var review = new ReviewStory(system, story, plot, today, _ -> {});
        review.enterReviewers();
        story.open();
        story.write();
        story.upload("files");
        story.submit();
        review.triage();
        story.awaitState("awaiting-records");
        story.upload("missing");
        story.awaitState("ready");
        review.assign();
        review.read();
        review.askAndAnswer();
        review.write(review.opinion()).expect(200);
        review.sign().expect(200);
        review.check();
        review.release();
        review.followUp();
        return story;
    }
}
