package org.consilium.intake.cases;

import static org.consilium.intake.cases.Decision.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.consilium.contracts.IntakeEvent;
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
import org.consilium.intake.consents.ConsentText;
import org.consilium.intake.delay.Delay;
import org.consilium.intake.delay.DelayRules;
import org.consilium.intake.delay.DelayRules.Judgement;
import org.consilium.intake.price.PriceRules;
import org.consilium.intake.programme.Checklists;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Service;
import org.consilium.intake.questions.GateRules;
import org.consilium.intake.questions.QuestionRules;

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
        var weak = weakQuestions(current);
        if (!weak.isEmpty() && !c.questionsKept()) {
            return refused(Refusal.QUESTIONS_COULD_BE_BETTER, weak);
        }
        return promised(current.with(GateRules.withOpenPointsAsked(current)), c);
    }

    private static Decision promised(Case current, SubmitCase c) {
        var service = current.programme().service(current.service()).orElseThrow();
        if (c.expedited() && service.expedited() == null) {
            return refused(Refusal.EXPEDITED_NOT_OFFERED);
        }
        var judgement = judged(current, service, c);
        var refusal = refusal(judgement.delay(), c);
        return refusal == null
                ? priced(current, judgement, c)
                : refused(refusal, List.of(late(judgement)));
    }

    /** Nobody submits what costs something else than they were shown. */
    private static Decision priced(Case current, Judgement judgement, SubmitCase c) {
        var listed = PriceRules.listed(current, c.expedited());
        var other = PriceRules.otherThanShown(listed, c.price());
        if (other.isPresent()) {
            return refused(Refusal.PRICE_NOT_AS_SHOWN, List.of(other.get()));
        }
        var submitted =
                current.with(PriceRules.submitted(listed, c.requester(), c.at()))
                        .with(new Submitted(promise(judgement, c)));
        var events = new ArrayList<IntakeEvent>();
        events.add(event(current, c, judgement.expectedBy()));
        events.addAll(PriceRules.told(submitted));
        return new Decision.Moved(submitted, events);
    }

    private static Submission promise(Judgement judgement, SubmitCase c) {
        return new Submission(c.expedited(), judgement.expectedBy(), judgement.delay());
    }

    private static Judgement judged(Case current, Service service, SubmitCase c) {
        return DelayRules.judge(
                current.content().treatmentDate(),
                service,
                c.expedited(),
                current.programme().delay().marginDays(),
                current.zone(),
                c.at());
    }

    /** Null when there is time, or the requester knows how little. */
    private static Refusal refusal(Delay delay, SubmitCase c) {
        return switch (delay) {
            case IN_TIME -> null;
            case WARN -> c.delayAcknowledged() ? null : Refusal.DELAY_NOT_ACKNOWLEDGED;
            case EXPEDITE -> Refusal.EXPEDITED_NEEDED;
            case TOO_LATE -> Refusal.TOO_LATE_FOR_TURNAROUND;
        };
    }

    /** Days only; the price of the faster service and the advice stand in the case's delay. */
    private static Fault late(Judgement judgement) {
        var sooner = judgement.sooner() == null ? "" : ", expedited " + judgement.sooner();
        return new Fault(
                "treatmentDate",
                judgement.delay().code(),
                "opinion expected by " + judgement.expectedBy() + sooner);
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
        if (content.questions().size() > QuestionRules.MOST) {
            missing.add(new Fault("questions", "size", "at most " + QuestionRules.MOST));
        }
        for (var advice : QuestionRules.advice(content.questions(), current.programme())) {
            if (advice.weakness().isRefused()) {
                missing.add(weak(advice));
            }
        }
        for (var point : GateRules.unanswered(current)) {
            missing.add(new Fault("gate." + point, "answered", "or said to be unknown"));
        }
        for (var statement : Programme.codes(current.programme().boundaries())) {
            if (!draft.acknowledged().contains(statement)) {
                missing.add(new Fault("acknowledgements", "acknowledged", statement));
            }
        }
        return missing;
    }

    private static List<Fault> weakQuestions(Case current) {
        return QuestionRules.advice(current.content().questions(), current.programme()).stream()
                .map(SubmissionRules::weak)
                .toList();
    }

    /** The words for it stand in the draft's advice. */
    private static Fault weak(QuestionRules.Advice advice) {
        return new Fault(
                "questions[" + advice.index() + "]", advice.weakness().code(), "see the advice");
    }

    private static boolean mayActForPatient(Case current, SubmitCase c) {
        var needed =
                current.programme().consent().scopes().stream()
                        .filter(ConsentText.Scope::needed)
                        .map(ConsentText.Scope::code)
                        .toList();
        return current.consents().stream()
                .filter(consent -> consent.person().equals(c.requester()))
                .filter(consent -> consent.standsAt(c.at()))
                .anyMatch(consent -> consent.scopes().containsAll(needed));
    }

    private static CaseSubmitted event(Case current, SubmitCase c, LocalDate expected) {
        var content = current.content();
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
                        current.programme(),
                        content.clinicalArea(),
                        content.reasons(),
                        content.bankCodes()),
                Checklists.form(current.programme(), current.service(), content.reasons()),
                content.treatmentDate(),
                expected,
                content.firstOpinion().isTold(),
                content.firstOpinion().namesTeam());
    }
}
