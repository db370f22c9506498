package org.consilium.kit.probe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A counter per case: every command adds one, so the rows of a case equal its events. */
@Entity
@Table(name = "probe")
class ProbeRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    int total;
}
