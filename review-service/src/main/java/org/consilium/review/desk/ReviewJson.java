package org.consilium.review.desk;

import org.consilium.review.lifecycle.Review;

/** A state as its name and its own fields, as the table keeps it. */
public final class ReviewJson {

    private static final StateJson<Review> STATES = new StateJson<>(Review.class);

    private ReviewJson() {}

    /** Such as {@code under-review}; also the state's name at the REST edge. */
    public static String name(Class<? extends Review> state) {
        return StateJson.name(state);
    }

    public static String write(Review review) {
        return STATES.write(review);
    }

    public static Review read(String name, String json) {
        return STATES.read(name, json);
    }
}
