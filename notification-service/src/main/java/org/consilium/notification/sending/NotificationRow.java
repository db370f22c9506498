package org.consilium.notification.sending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What somebody was told, as far as an event about it needs to know. */
@Entity
@Table(name = "notification")
class NotificationRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String kind;

    UUID recipient;
}
