package org.consilium.notification.preferences;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.consilium.kit.work.UnitOfWork;

/** Everybody's wishes. */
@ApplicationScoped
public class PreferenceBook {

    /** Who is not in the answer has wished nothing. */
    public Uni<Map<UUID, Preferences>> of(Collection<UUID> people, UnitOfWork work) {
        return work.session()
                .createQuery("from PreferenceRow where person in :people", PreferenceRow.class)
                .setParameter("people", people)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.person,
                                                        PreferenceRow::toPreferences)));
    }

    /** Null for who has wished nothing. */
    Uni<PreferenceRow> find(UUID person, UnitOfWork work) {
        return work.session().find(PreferenceRow.class, person);
    }

    /** One change at a time, of what the one before it left. */
    public Uni<Void> change(UUID person, UnaryOperator<Preferences> change, UnitOfWork work) {
        return locked(person, work)
                .invoke(row -> row.become(change.apply(row.toPreferences()), work.now()))
                .replaceWithVoid();
    }

    /** The row is made when there is none: two first wishes at once wait for each other too. */
    Uni<PreferenceRow> locked(UUID person, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into preference (person, version, choices, changed_at) values (:person, 0, '', :now)
                        on conflict do nothing""")
                .setParameter("person", person)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(
                        () ->
                                work.session()
                                        .find(
                                                PreferenceRow.class,
                                                person,
                                                LockModeType.PESSIMISTIC_WRITE));
    }
}
