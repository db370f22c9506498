package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case.Records;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.followon.Links;
import org.consilium.intake.price.CasePrice;

/** Who may open what for whom. */
final class OpeningRules {

    private OpeningRules() {}

    static Decision open(OpenCase c) {
        if (!c.programme().whoMayRequest().contains(c.relation())) {
            return refused(Refusal.REQUESTER_NOT_SERVED);
        }
        var faults = faults(c);
        if (!faults.isEmpty()) {
            return refused(Refusal.NOT_OF_THIS_PROGRAMME, faults);
        }
        return new Moved(draft(c), events(c));
    }

    private static List<Fault> faults(OpenCase c) {
        var programme = c.programme();
        var faults = new ArrayList<Fault>();
        if (programme.service(c.service()).isEmpty()) {
            faults.add(new Fault("service", "known-to-programme", "no such service"));
        }
        if (!programme.languages().contains(c.language())) {
            faults.add(fault("language", "one of " + programme.languages()));
        }
        if (!programme.jurisdictions().contains(c.patient().country())) {
            faults.add(fault("patient.country", "one of " + programme.jurisdictions()));
        }
        return faults;
    }

    private static Fault fault(String field, String message) {
        return new Fault(field, "known-to-programme", message);
    }

    private static Case draft(OpenCase c) {
        return new Case(
                c.caseId(),
                c.reference(),
                c.programme(),
                c.service(),
                c.language(),
                new Case.Requester(c.requester(), c.relation()),
                c.at(),
                c.patient(),
                c.content(),
                List.of(),
                Records.NOT_ASSESSED,
                CasePrice.NONE,
                Links.from(c.followsOn()),
                false,
                new Draft(Set.of()));
    }

    private static List<IntakeEvent> events(OpenCase c) {
        var events = new ArrayList<IntakeEvent>();
        events.add(
                new CaseOpened(
                        c.caseId(),
                        c.reference(),
                        c.programme().id(),
                        c.programme().version(),
                        c.service(),
                        c.requester(),
                        c.relation(),
                        c.language(),
                        c.followsOn()));
        events.add(
                new ParticipantAdmitted(
                        c.caseId(), c.requester(), c.relation(), Set.of(), c.language(), null));
        var patient = c.patient();
        if (patient.person() != null && c.relation() != Relation.PATIENT) {
            events.add(
                    new ParticipantAdmitted(
                            c.caseId(),
                            patient.person(),
                            Relation.PATIENT,
                            Set.of(),
                            patient.language(),
                            null));
        }
        return events;
    }
}
