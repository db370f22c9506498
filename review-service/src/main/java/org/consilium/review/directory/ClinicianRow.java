package org.consilium.review.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "clinician")
class ClinicianRow {

    @Id UUID id;
    UUID organisation;
    String name;
    UUID reviewer;
}
