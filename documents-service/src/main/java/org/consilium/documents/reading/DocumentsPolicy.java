package org.consilium.documents.reading;

import static org.consilium.contracts.Relation.BREAK_GLASS;
import static org.consilium.contracts.Relation.PATIENT;
import static org.consilium.contracts.Relation.REFERRER;
import static org.consilium.contracts.Relation.REPRESENTATIVE;
import static org.consilium.contracts.Relation.REVIEWER;
import static org.consilium.contracts.Relation.SECOND_READER;
import static org.consilium.contracts.Relation.TRANSLATOR;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.kit.access.AccessPolicy;
import org.consilium.kit.access.CaseIds;
import org.consilium.kit.access.Readers;
import org.consilium.kit.access.Rule;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;

/**
 * Who may do what with a case's documents: all of this service's object-level decisions.
 *
 * <p>An operator and a reviewer who was only asked are in no rule. A coordinator looks after
 * completeness and opens nothing. A translator sees one document, which {@link Sights} looks up.
 */
@ApplicationScoped
class DocumentsPolicy implements AccessPolicy {

    private static final Set<Relation> PATIENT_SIDE = Set.of(PATIENT, REPRESENTATIVE, REFERRER);

    private static final Rule UPLOADING = new Rule(Set.of("coordinator"), PATIENT_SIDE);
    private static final Rule COORDINATING = Rule.ofRoles("coordinator");
    private static final Rule WATCHING =
            new Rule(Set.of("coordinator", "clinical-lead"), PATIENT_SIDE);
    private static final Rule SEEING =
            Rule.ofRoles("coordinator", "clinical-lead")
                    .orRelations(
                            PATIENT,
                            REPRESENTATIVE,
                            REFERRER,
                            REVIEWER,
                            SECOND_READER,
                            BREAK_GLASS);

    /** Shows names of files. Whoever may have sent them follows each by its receipt. */
    private static final Rule SEEING_NAMES = SEEING.andLoggedBut(PATIENT_SIDE);

    private static final Rule READING =
            Rule.ofRoles("clinical-lead")
                    .orRelations(
                            PATIENT, REPRESENTATIVE, REFERRER, REVIEWER, SECOND_READER, BREAK_GLASS)
                    .andLogged();
    private static final Rule WATCHING_WHO_LOOKS =
            Rule.ofRoles("clinical-lead").orRelations(PATIENT, REPRESENTATIVE);
    private static final Rule SIGNED_IN =
            Rule.ofRoles("patient", "representative", "referrer", "coordinator");

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("see-limits", SIGNED_IN),
                    Map.entry("upload", UPLOADING),
                    Map.entry("carry-over", Rule.ofRelations(PATIENT, REPRESENTATIVE)),
                    Map.entry("send-bytes", UPLOADING.orRelations(TRANSLATOR)),
                    Map.entry("engage-translator", COORDINATING),
                    Map.entry("see-translators", WATCHING),
                    Map.entry("add-translation", Rule.ofRelations(TRANSLATOR)),
                    Map.entry("see-checklist", WATCHING),
                    Map.entry("see-item-states", SEEING),
                    Map.entry("date-document", UPLOADING),
                    Map.entry("retract-translation", COORDINATING.orRelations(TRANSLATOR)),
                    Map.entry("withdraw-document", UPLOADING),
                    Map.entry("see-pages", WATCHING),
                    Map.entry("arrange-pages", UPLOADING),
                    Map.entry("waive-item", COORDINATING),
                    Map.entry("request-records", UPLOADING),
                    Map.entry("make-upload-link", new Rule(Set.of(), PATIENT_SIDE)),
                    Map.entry("see-upload-links", UPLOADING),
                    Map.entry("revoke-upload-link", UPLOADING),
                    Map.entry("see-record-requests", WATCHING),
                    Map.entry("list-documents", SEEING_NAMES),
                    Map.entry("see-receipt", SEEING_NAMES.orRelations(TRANSLATOR)),
                    Map.entry("see-copy", SEEING.orRelations(TRANSLATOR)),
                    Map.entry("read-accesses", WATCHING_WHO_LOOKS),
                    Map.entry("read-content", READING.orRelations(TRANSLATOR)));

    private static final Readers ON_THE_CASE =
            Readers.nobody().orRole("clinical-lead").orPatientSide().orRelation(BREAK_GLASS);
    private static final String[] AFTER_AN_OWN_READING = {
        "under-review", "awaiting-answer", "in-quality-review", "signed", "released"
    };

    /** What {@link #sight} comes to: whoever translates needs the words and no name of a file. */
    private static final Map<String, Readers> FIELDS =
            Map.of(
                    "record",
                            ON_THE_CASE
                                    .orRelation(REVIEWER)
                                    .orRelation(SECOND_READER)
                                    .orRelation(TRANSLATOR),
                    "record-name", ON_THE_CASE.orRelation(REVIEWER).orRelation(SECOND_READER),
                    "first-opinion-record",
                            ON_THE_CASE
                                    .orRelation(REVIEWER, AFTER_AN_OWN_READING)
                                    .orRelation(TRANSLATOR),
                    "first-opinion-record-name",
                            ON_THE_CASE.orRelation(REVIEWER, AFTER_AN_OWN_READING));

    private final Pool pool;
    private final Readings readings;

    DocumentsPolicy(Pool pool, Readings readings) {
        this.pool = pool;
        this.readings = readings;
    }

    @Override
    public Map<String, Rule> rules() {
        return RULES;
    }

    @Override
    public Map<String, Readers> fields() {
        return FIELDS;
    }

    @Override
    public Uni<UUID> caseOf(MultivaluedMap<String, String> pathParameters) {
        var documentId = CaseIds.read(pathParameters.getFirst("documentId"));
        return documentId == null
                ? AccessPolicy.super.caseOf(pathParameters)
                : caseOfDocument(documentId);
    }

    /** A document that is not there for this caller, or has nothing to show yet, shows nothing. */
    @Override
    public Uni<Boolean> shows(
            String operation,
            UUID caseId,
            MultivaluedMap<String, String> pathParameters,
            Caller caller) {
        var documentId = CaseIds.read(pathParameters.getFirst("documentId"));
        if (documentId == null) {
            return readings.isKnown(caseId);
        }
        return operation.equals("read-content")
                ? readings.opens(
                        documentId,
                        pathParameters.getFirst("page"),
                        caller.subject(),
                        caller.roles())
                : readings.shows(documentId, caller.subject(), caller.roles());
    }

    private Uni<UUID> caseOfDocument(UUID documentId) {
        return pool.preparedQuery("select case_id from document where id = $1")
                .execute(Tuple.of(documentId))
                .map(
                        rows -> {
                            if (rows.size() == 0) {
                                throw Problem.notFound();
                            }
                            return rows.iterator().next().getUUID("case_id");
                        });
    }

    /**
     * How much somebody sees, who was let in by one of the rules above.
     *
     * @param committed the caller's own reading is committed
     * @param ended the case has ended: there is nothing left to review
     */
    static Sight sight(
            Set<String> roles, Set<Relation> relations, boolean committed, boolean ended) {
        if (roles.contains("clinical-lead")
                || relations.contains(BREAK_GLASS)
                || !Collections.disjoint(relations, PATIENT_SIDE)) {
            return Sight.EVERYTHING;
        }
        if (relations.contains(REVIEWER) && !ended) {
            return committed ? Sight.RECORDS : Sight.RECORDS_BUT_FIRST_OPINION;
        }
        if (relations.contains(SECOND_READER) && !ended) {
            return Sight.RECORDS_BUT_FIRST_OPINION;
        }
        if (relations.contains(TRANSLATOR) && roles.contains("translator") && !ended) {
            return Sight.TRANSLATING;
        }
        return roles.contains("coordinator") ? Sight.PROGRESS : Sight.NOTHING;
    }
}
