package org.consilium.documents.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.paper.Form.Translation;
import org.consilium.documents.translations.Engagements;
import org.consilium.kit.access.CaseAccess;

/** Gathers what the policy needs to know to say how much a caller sees. */
@ApplicationScoped
class Sights {

    private final CaseAccess access;
    private final Engagements engagements;
    private final Pool pool;
    private final Clock clock;

    Sights(CaseAccess access, Engagements engagements, Pool pool, Clock clock) {
        this.access = access;
        this.engagements = engagements;
        this.pool = pool;
        this.clock = clock;
    }

    /** Of one document: a translator sees no other. */
    Uni<Sight> of(Document document, UUID person, Set<String> roles) {
        return of(document.about().caseId(), person, roles)
                .chain(
                        sight ->
                                sight == Sight.TRANSLATING
                                        ? translating(document.about(), person)
                                        : Uni.createFrom().item(sight));
    }

    private Uni<Sight> translating(Particulars about, UUID person) {
        if (about.form() instanceof Translation(var source, _, _, _)) {
            return about.uploadedBy().equals(person)
                    ? translating(source, person)
                    : Uni.createFrom().item(Sight.NOTHING);
        }
        return translating(about.documentId(), person);
    }

    private Uni<Sight> translating(UUID source, UUID person) {
        return engagements
                .inForce(source, person)
                .map(engaged -> engaged ? Sight.TRANSLATING : Sight.NOTHING);
    }

    Uni<Sight> of(UUID caseId, UUID person, Set<String> roles) {
        return pool.preparedQuery(
                        """
                        select exists (select 1 from committed_reading where case_id = $1 and reviewer = $2) as committed,
                               exists (select 1 from shelf where case_id = $1 and ended_at is not null) as ended""")
                .execute(Tuple.of(caseId, person))
                .map(rows -> rows.iterator().next())
                .chain(
                        facts ->
                                access.relations(caseId, person, clock.instant())
                                        .map(
                                                relations ->
                                                        DocumentsPolicy.sight(
                                                                roles,
                                                                relations,
                                                                facts.getBoolean("committed"),
                                                                facts.getBoolean("ended"))));
    }
}
