package org.consilium.intake.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Case.Patient;
import org.consilium.intake.cases.Content;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.programme.Programmes;
import org.hibernate.annotations.DynamicUpdate;

/** A case as a row: columns for what is asked by, JSON for what is only read whole. */
@Entity
@Table(name = "intake_case")
@DynamicUpdate
class CaseRow {

    /** For a native query, of a table called {@code c}. */
    static final String COLUMNS =
            """
            c.case_id, c.reference, c.programme, c.programme_version, c.service, c.language, c.requester, c.relation, c.opened_at,
            c.changed_at, c.state, c.turn, c.short_of_time, c.facts, c.patient, c.content""";

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String reference;
    String programme;

    @Column(name = "programme_version")
    int programmeVersion;

    String service;
    String language;
    UUID requester;
    String relation;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    String state;

    String turn;

    @Column(name = "short_of_time")
    boolean shortOfTime;

    String facts;
    String patient;
    String content;

    static CaseRow of(Case opened) {
        var row = new CaseRow();
        row.caseId = opened.id();
        row.reference = opened.reference();
        row.programme = opened.programme().id();
        row.programmeVersion = opened.programme().version();
        row.service = opened.service();
        row.language = opened.language();
        row.requester = opened.requester().person();
        row.relation = opened.requester().relation().name();
        row.openedAt = opened.openedAt();
        row.patient = CaseJson.write(opened.patient());
        row.take(opened, opened.openedAt());
        return row;
    }

    /** Only what a command can change. */
    void take(Case current, Instant now) {
        changedAt = now;
        state = current.state().code();
        turn = Turn.of(current).code();
        shortOfTime = current.isShortOfTime();
        facts = CaseJson.write(CaseJson.Facts.of(current));
        content = CaseJson.write(current.content());
    }

    Case toCase(Programmes programmes) {
        var known = CaseJson.read(facts, CaseJson.Facts.class);
        return new Case(
                caseId,
                reference,
                programmes.version(programme, programmeVersion).orElseThrow(),
                service,
                language,
                new Case.Requester(requester, Relation.valueOf(relation)),
                openedAt,
                CaseJson.read(patient, Patient.class),
                CaseJson.read(content, Content.class),
                known.consents(),
                known.records(),
                known.price(),
                known.links(),
                known.died(),
                known.state());
    }
}
