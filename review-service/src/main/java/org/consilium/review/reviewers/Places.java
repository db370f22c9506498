package org.consilium.review.reviewers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** The places in each reviewer's capacity, taken from the accepted offer to the signature. */
@ApplicationScoped
public class Places {

    /**
     * One more open review, if the capacity has room for it or two clinical leads opened the offer
     * beyond it: the one statement that decides, so that two acceptances at once cannot both find
     * the last place free.
     */
    public Uni<Void> take(UUID person, UUID offerId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update reviewer set open_reviews = open_reviews + 1
                        where person = :person and active
                          and (open_reviews < capacity
                               or exists (select 1 from offer where id = :offer and beyond_capacity))""")
                .setParameter("person", person)
                .setParameter("offer", offerId)
                .executeUpdate()
                .invoke(
                        taken -> {
                            if (taken == 0) {
                                throw new Problem(
                                        409,
                                        "capacity-reached",
                                        "You have as many open reviews as you agreed to.");
                            }
                        })
                .replaceWithVoid();
    }

    public Uni<Void> free(UUID person, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "update reviewer set open_reviews = open_reviews - 1 where person = :person")
                .setParameter("person", person)
                .executeUpdate()
                .replaceWithVoid();
    }
}
