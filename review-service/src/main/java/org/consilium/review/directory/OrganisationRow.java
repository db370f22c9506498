package org.consilium.review.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "organisation")
class OrganisationRow {

    @Id UUID id;
    String name;
    String country;
    String city;
    String level;
    String subspecialties;
    String place;
}
