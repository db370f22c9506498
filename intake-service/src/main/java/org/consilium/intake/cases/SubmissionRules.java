package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.moved;
import static org.consilium.intake.cases.Decision.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.CaseCommand.SubmitCase;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.CaseState.Submission;
import org.consilium.intake.cases.CaseState.Submitted;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.programme.Checklists;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Service;

/** What must be there before a case counts as submitted, and whether the opinion can be in time. */
final class SubmissionRules {

    private SubmissionRules() {}

    static Decision submit(Case current, SubmitCase c) {
        return switch (current.state()) {
            case Draft draft -> submitted(current, draft, c);
            case BeforeReview _, UnderReview _, AfterRelease _, Ended _ -> CaseLifecycle.notHere();
        };
    }

    private static Decision submitted(Case current, Draft draft, SubmitCase c) {
        var missing = missing(current, draft, c);
        if (!missing.isEmpty()) {
            return refused(Refusal.SUBMISSION_INCOMPLETE, missing);
        }
        var service = current.programme().service(current.service()).orElseThrow();
        if (c.expedited() && service.expedited() == null) {
            return refused(Refusal.EXPEDITED_NOT_OFFERED);
        }
        var expected = expectedBy(service, c);
        if (isTooLate(current.content().treatmentDate(), expected)) {
            return refused(Refusal.TOO_LATE_FOR_TURNAROUND, List.of(tooLate(current, service, c)));
        }
        return moved(
                current.with(new Submitted(new Submission(c.expedited(), expected))),
                event(current, c, expected));
    }

    private static List<Fault> missing(Case current, Draft draft, SubmitCase c) {
        var content = current.content();
        var missing = new ArrayList<Fault>();
        if (c.relation() != Relation.PATIENT && !mayActForPatient(current, c)) {
            missing.add(new Fault("consents", "consent-recorded", "the patient's consent"));
        }
        if (content.reasons().isEmpty()) {
            missing.add(new Fault("reasons", "not-empty", "at least one reason"));
        }
        if (content.clinicalArea() == null) {
            missing.add(new Fault("clinicalArea", "not-null", "the field of medicine"));
        }
        if (content.questions().isEmpty()) {
            missing.add(new Fault("questions", "not-empty", "at least one question"));
        }
        for (var statement : Programme.codes(current.programme().boundaries())) {
            if (!draft.acknowledged().contains(statement)) {
                missing.add(new Fault("acknowledgements", "acknowledged", statement));
            }
        }
        return missing;
    }

    private static boolean mayActForPatient(Case current, SubmitCase c) {
        var needed =
                current.programme().consent().scopes().stream()
                        .filter(Programme.Scope::needed)
                        .map(Programme.Scope::code)
                        .toList();
        return current.consents().stream()
                .filter(consent -> consent.person().equals(c.requester()))
                .filter(consent -> consent.standsAt(c.at()))
                .anyMatch(consent -> consent.scopes().containsAll(needed));
    }

    private static LocalDate expectedBy(Service service, SubmitCase c) {
        int days = c.expedited() ? service.expedited().turnaroundDays() : service.turnaroundDays();
        return c.today().plusDays(days);
    }

    private static boolean isTooLate(LocalDate treatment, LocalDate expected) {
        return treatment != null && treatment.isBefore(expected);
    }

    private static Fault tooLate(Case current, Service service, SubmitCase c) {
        boolean expeditedHelps =
                !c.expedited()
                        && service.expedited() != null
                        && !isTooLate(
                                current.content().treatmentDate(),
                                c.today().plusDays(service.expedited().turnaroundDays()));
        return new Fault(
                "treatmentDate",
                expeditedHelps ? "expedited-needed" : "after-expected-opinion",
                expeditedHelps
                        ? "the expedited service would be in time"
                        : "the opinion would come after the treatment");
    }

    private static CaseSubmitted event(Case current, SubmitCase c, LocalDate expected) {
        var content = current.content();
        var bankCodes =
                content.questions().stream()
                        .filter(question -> question.bankCode() != null)
                        .collect(Collectors.toMap(Question::id, Question::bankCode));
        return new CaseSubmitted(
                current.id(),
                current.reference(),
                current.programme().id(),
                current.programme().version(),
                current.service(),
                c.requester(),
                c.relation(),
                current.language(),
                content.reasons(),
                content.questions().stream().map(Question::id).toList(),
                Checklists.resolve(
                        current.programme(), content.clinicalArea(), content.reasons(), bankCodes),
                Checklists.form(current.programme(), content.reasons()),
                content.treatmentDate(),
                expected);
    }
}
