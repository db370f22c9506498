package org.consilium.system.journeys;

import java.util.Map;
import java.util.TreeMap;
import org.consilium.system.Service;
import org.consilium.system.story.Person;
import org.consilium.system.story.ReviewStory;
import org.consilium.system.story.Waiting;

/** Whoever reads a case, too, without a word of its reviewer. */
final class SecondReader {

    private final ReviewStory review;
    private final Person person;

    /** Waits until somebody is asked. */
    SecondReader(ReviewStory review) {
        this.review = review;
        Waiting.until("a second reader is asked", () -> !asked().isEmpty());
        this.person = review.reviewerWithId(asked());
    }

    Person person() {
        return person;
    }

    void accept() {
        person.post(Service.REVIEW, path("/acceptance"), null).expect(204);
    }

    void commit() {
        var reading =
                Map.of(
                        "diagnosis", "Cancer of the ascending colon.",
                        "plan", "Right hemicolectomy.",
                        "confidence", "high");
        person.post(Service.REVIEW, path("/reading"), reading).expect(204);
    }

    /** A lead holds the second reading against the opinion: the same value on each of its axes. */
    void compare(String value) {
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
