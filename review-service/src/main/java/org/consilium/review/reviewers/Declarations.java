package org.consilium.review.reviewers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.IfMatch;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.directory.Directory;

/**
 * What each reviewer declared, as it stands now; what matching saw of it stays with the matching.
 */
@ApplicationScoped
class Declarations {

    private final Reviewers reviewers;
    private final Directory directory;
    private final StoredJson json;

    Declarations(Reviewers reviewers, Directory directory, StoredJson json) {
        this.reviewers = reviewers;
        this.directory = directory;
        this.json = json;
    }

    /** {@code version} counts the edits; 0 before the first. */
    record Declared(int version, Declaration declaration) {}

    Uni<Declared> of(UUID person, UnitOfWork work) {
        return reviewers
                .row(person, work)
                .chain(() -> work.session().find(DeclarationRow.class, person))
                .map(this::declared);
    }

    /** Locks the reviewer, so that no two edits meet. */
    Uni<Declared> write(UUID person, String ifMatch, Declaration declaration, UnitOfWork work) {
        declaration.check();
        return reviewers
                .forUpdate(person, work)
                .chain(() -> directory.requireOrganisations(declaration.organisations(), work))
                .chain(() -> directory.requireClinicians(declaration.clinicians(), work))
                .chain(() -> work.session().find(DeclarationRow.class, person))
                .onItem()
                .ifNull()
                .switchTo(() -> created(person, work))
                .invoke(row -> IfMatch.check(ifMatch, row.version))
                .invoke(
                        row -> {
                            row.version++;
                            row.content = json.write(declaration);
                            row.declaredAt = work.now();
                        })
                .map(this::declared);
    }

    private Uni<DeclarationRow> created(UUID person, UnitOfWork work) {
        var row = new DeclarationRow();
        row.person = person;
        row.content = json.write(Declaration.nothing());
        row.declaredAt = work.now();
        return work.session().persist(row).replaceWith(row);
    }

    private Declared declared(DeclarationRow row) {
        return row == null
                ? new Declared(0, Declaration.nothing())
                : new Declared(row.version, read(row.content));
    }

    Declaration read(String stored) {
        return json.read(stored, Declaration.class);
    }
}
