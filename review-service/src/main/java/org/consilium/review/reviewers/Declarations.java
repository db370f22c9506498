package org.consilium.review.reviewers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.IfMatch;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.directory.Directory;

/**
 * What each reviewer declared, as it stands now; what matching saw of it stays with the matching.
 */
@ApplicationScoped
class Declarations {

    private final Reviewers reviewers;
    private final Directory directory;
    private final ObjectMapper json;

    Declarations(Reviewers reviewers, Directory directory, ObjectMapper json) {
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
                            row.content = written(declaration);
                            row.declaredAt = work.now();
                        })
                .map(this::declared);
    }

    private Uni<DeclarationRow> created(UUID person, UnitOfWork work) {
        var row = new DeclarationRow();
        row.person = person;
        row.content = written(Declaration.nothing());
        row.declaredAt = work.now();
        return work.session().persist(row).replaceWith(row);
    }

    private Declared declared(DeclarationRow row) {
        return row == null
                ? new Declared(0, Declaration.nothing())
                : new Declared(row.version, read(row.content));
    }

    private String written(Declaration declaration) {
        try {
            return json.writeValueAsString(declaration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a declaration cannot be written", e);
        }
    }

    Declaration read(String content) {
        try {
            return json.readValue(content, Declaration.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored declaration cannot be read", e);
        }
    }
}
