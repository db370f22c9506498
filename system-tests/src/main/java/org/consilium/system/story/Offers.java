package org.consilium.system.story;

import java.util.Map;
import org.consilium.system.Service;

/** Who is asked to review one case, and what they answer. */
final class Offers {

    private final People people;
    private final Person lead;
    private final String review;

    /** {@code review}: the review's path. */
    Offers(People people, Person lead, String review) {
        this.people = people;
        this.lead = lead;
        this.review = review;
    }

    Person declinedByTheFirst() {
        var first = asked(null);
        first.post(
                        Service.REVIEW,
                        review + "/offers/" + offerTo(first) + "/decline",
                        Map.of("reason", "no-time"))
                .expect(204);
        return first;
    }

    /** {@code except}: null for nobody. */
    Person acceptedByOtherThan(Person except) {
        var next = asked(except);
        next.post(Service.REVIEW, review + "/acceptance", Map.of("offerId", offerTo(next)))
                .expect(200);
        return next;
    }

    private Person asked(Person except) {
        Waiting.until(
                "a reviewer is asked",
                () -> {
                    var holder = holder();
                    return !holder.isEmpty()
                            && (except == null
                                    || !Reviewers.username(holder).equals(except.name()));
                });
        return people.named(Reviewers.username(holder()));
    }

    private String holder() {
        var found = lead.get(Service.REVIEW, review);
        return found.status() == 200 && found.body().path("state").asText().equals("offered")
                ? found.body().at("/standing/offers/0/reviewer").asText()
                : "";
    }

    private String offerTo(Person asked) {
        Waiting.until("the offer is seen", () -> asked.get(Service.REVIEW, review).status() == 200);
        return asked.get(Service.REVIEW, review)
                .expect(200)
                .body()
                .at("/standing/offers/0/offerId")
                .asText();
    }
}
