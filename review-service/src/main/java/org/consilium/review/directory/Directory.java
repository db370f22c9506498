package org.consilium.review.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;

/** Organisations and clinicians, so that independence is told by ids and not by spelling. */
@ApplicationScoped
public class Directory {

    private final StoredJson json;

    Directory(StoredJson json) {
        this.json = json;
    }

    /** Refuses one that the directory holds already, in whatever spelling, and names it. */
    Uni<Void> add(Organisation organisation, UnitOfWork work) {
        var place = Place.of(organisation.name(), organisation.country(), organisation.city());
        return work.session()
                .createNativeQuery(
                        """
                        insert into organisation (id, name, country, city, level, subspecialties, place)
                        values (:id, :name, :country, :city, :level, :subspecialties, :place)
                        on conflict (place) do nothing""")
                .setParameter("id", organisation.id())
                .setParameter("name", organisation.name())
                .setParameter("country", organisation.country())
                .setParameter("city", organisation.city())
                .setParameter("level", organisation.level().name())
                .setParameter(
                        "subspecialties",
                        json.write(organisation.subspecialties().stream().distinct().toList()))
                .setParameter("place", place)
                .executeUpdate()
                .chain(added -> added == 1 ? Uni.createFrom().voidItem() : refuse(place, work));
    }

    private static Uni<Void> refuse(String place, UnitOfWork work) {
        return work.session()
                .createQuery("select id from OrganisationRow where place = :place", UUID.class)
                .setParameter("place", place)
                .getSingleResult()
                .map(
                        known -> {
                            throw new Problem(
                                    409,
                                    "organisation-known",
                                    "The directory holds this organisation already: " + known + ".",
                                    List.of(
                                            new FieldProblem(
                                                    "name", "known-as", known.toString())));
                        });
    }

    Uni<Void> add(ClinicianRow clinician, UnitOfWork work) {
        return requireOrganisation(clinician.organisation, work)
                .chain(() -> work.session().persist(clinician));
    }

    public Uni<Boolean> knows(UUID organisation, UnitOfWork work) {
        return work.session().find(OrganisationRow.class, organisation).map(found -> found != null);
    }

    /** Refuses an id that the directory does not hold. */
    public Uni<Void> requireOrganisation(UUID id, UnitOfWork work) {
        return work.session()
                .find(OrganisationRow.class, id)
                .invoke(
                        row -> {
                            if (row == null) {
                                throw Problem.malformed(
                                        "organisation", "known", "is not in the directory");
                            }
                        })
                .replaceWithVoid();
    }

    /** Refuses ids that the directory does not hold. */
    public Uni<Void> requireOrganisations(Collection<UUID> ids, UnitOfWork work) {
        return requireAll("OrganisationRow", ids, work);
    }

    /** Refuses ids that the directory does not hold. */
    public Uni<Void> requireClinicians(Collection<UUID> ids, UnitOfWork work) {
        return requireAll("ClinicianRow", ids, work);
    }

    private static Uni<Void> requireAll(String entity, Collection<UUID> ids, UnitOfWork work) {
        return work.session()
                .createQuery("select count(*) from " + entity + " where id in :ids", Long.class)
                .setParameter("ids", ids)
                .getSingleResult()
                .invoke(
                        found -> {
                            if (found != ids.size()) {
                                throw Problem.malformed("ties", "known", "is not in the directory");
                            }
                        })
                .replaceWithVoid();
    }

    Uni<List<Organisation>> page(UUID after, int size, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from OrganisationRow where id > :after order by id", OrganisationRow.class)
                .setParameter("after", after)
                .setMaxResults(size + 1)
                .getResultList()
                .map(rows -> rows.stream().map(this::organisation).toList());
    }

    Uni<List<ClinicianRow>> clinicians(UUID organisation, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from ClinicianRow where organisation = :organisation order by id",
                        ClinicianRow.class)
                .setParameter("organisation", organisation)
                .setMaxResults(1000)
                .getResultList();
    }

    /** The given organisation and those where the given clinicians work. */
    public Uni<Set<UUID>> organisationsOf(
            UUID organisation, Collection<UUID> clinicians, UnitOfWork work) {
        return work.session()
                .createQuery("select organisation from ClinicianRow where id in :ids", UUID.class)
                .setParameter("ids", clinicians)
                .getResultList()
                .map(
                        found -> {
                            var all = new HashSet<>(found);
                            if (organisation != null) {
                                all.add(organisation);
                            }
                            return Set.copyOf(all);
                        });
    }

    private Organisation organisation(OrganisationRow row) {
        return new Organisation(
                row.id,
                row.name,
                row.country,
                row.city,
                Organisation.Level.valueOf(row.level),
                json.read(row.subspecialties, new TypeReference<List<String>>() {}));
    }
}
