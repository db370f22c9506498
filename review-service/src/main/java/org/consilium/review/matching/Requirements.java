package org.consilium.review.matching;

import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;

/**
 * What the case asks of its reviewer.
 *
 * @param specialty a SNOMED CT practice code
 * @param jurisdiction the patient's country, ISO 3166-1
 * @param languages BCP 47; the reviewer needs one of them
 * @param firstTeamOrganisations where the first team and each of its known clinicians work
 * @param firstTeamClinicians entries of the directory
 * @param participants the people on the patient's side of the case
 */
public record Requirements(
        String specialty,
        String jurisdiction,
        Set<String> languages,
        Urgency urgency,
        Set<UUID> firstTeamOrganisations,
        Set<UUID> firstTeamClinicians,
        Set<UUID> participants) {}
