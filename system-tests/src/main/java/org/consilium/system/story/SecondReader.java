package org.consilium.system.story;

import java.util.Map;
import java.util.TreeMap;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** Whoever reads a case, too, without a word of its reviewer. */
public final class SecondReader {

    private final ReviewStory review;
    private final Person person;

    /** Waits until somebody is asked. */
    public SecondReader(RunningSystem system, ReviewStory review) {
        this.review = review;
        Waiting.until("a second reader is asked", () -> !asked().isEmpty());
        this.person = new People(system).named(Reviewers.username(asked()));
    }

    public Person person() {
        return person;
    }

    public void accept() {
        person.post(Service.REVIEW, path("/acceptance"), null).expect(204);
    }

    public void commit() {
        var reading =
                Map.of(
                        "diagnosis", "Cancer of the ascending colon.",
                        "plan", "Right hemicolectomy.",
                        "confidence", "high");
        person.post(Service.REVIEW, path("/reading"), reading).expect(204);
    }

    /** A lead holds the second reading against the opinion: the same value on each of its axes. */
    public void compare(String value) {
        var axes = new TreeMap<String, String>();
        review.opinion().path("axes").fieldNames().forEachRemaining(axis -> axes.put(axis, value));
        var comparison = Map.of("opinionId", review.waiting().path("opinionId"), "axes", axes);
        review.lead().post(Service.REVIEW, path("/comparison"), comparison).expect(204);
    }

    private String asked() {
        var found = review.lead().get(Service.REVIEW, path(""));
        return found.status() == 200 ? found.body().path("reader").asText() : "";
    }

    private String path(String rest) {
        return review.path("/second-reading" + rest);
    }
}
